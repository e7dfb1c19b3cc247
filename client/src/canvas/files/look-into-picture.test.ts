import { describe, expect, test } from 'vitest'
import { fitPicture } from './fit-picture.ts'
import { lookIntoPicture } from './look-into-picture.ts'

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const segment = (marker: number, content: number[]) => [0xff, marker, 0, content.length + 2, ...content]
const jpeg = (...segments: number[][]) => [0xff, 0xd8, ...segments.flat(), ...segment(0xda, [1]), 0xff, 0xe1]
const chunk = (name: string, content: number[]) => [0, 0, 0, content.length, ...text(name), ...content, 1, 2, 3, 4]
const png = (...chunks: number[][]) => [0x89, ...text('PNG'), 13, 10, 26, 10, ...chunks.flat()]
const riff = (name: string, content: number[]) => [
  ...[...text(name), content.length, 0, 0, 0, ...content],
  ...(content.length % 2 === 1 ? [0] : []),
]
const webp = (...chunks: number[][]) => [...text('RIFF'), 0, 0, 0, 0, ...text('WEBP'), ...chunks.flat()]

describe('looking into a picture', () => {
  test.each([
    ['a photo with what its camera noted', jpeg(segment(0xe0, [1, 2]), segment(0xe1, text('Exif'))), false, true],
    ['a photo without', jpeg(segment(0xe0, [1, 2]), segment(0xdb, [1])), false, false],
    ['a drawing', png(chunk('IHDR', [1]), chunk('IDAT', [2, 3])), false, false],
    ['a drawing with notes', png(chunk('IHDR', [1]), chunk('eXIf', [2, 3]), chunk('IDAT', [])), false, true],
    ['a drawing that moves', png(chunk('IHDR', [1]), chunk('acTL', [2])), true, false],
    ['WebP', webp(riff('VP8 ', [1, 2, 3])), false, false],
    ['WebP that moves', webp(riff('VP8X', [1]), riff('ANIM', [1])), true, false],
    ['WebP with notes', webp(riff('VP8 ', [1]), riff('EXIF', [1])), false, true],
    ['a GIF, which may move', text('GIF89a'), true, false],
    ['a drawing of lines', text('<svg>'), false, false],
    ['nothing', [], false, false],
    ['a photo that breaks off', jpeg(segment(0xe0, [1, 2])).slice(0, 5), false, false],
  ])('%s', (_name, bytes, isAnimated, hasNotes) => {
    expect(lookIntoPicture(new Uint8Array(bytes))).toEqual({ isAnimated, hasNotes })
  })
})

describe('the size of a picture on its way', () => {
  test('is its own up to a limit, which is lower while data is saved', () => {
    expect(fitPicture({ w: 4_032, h: 3_024 }, false)).toEqual({ w: 2_560, h: 1_920 })
    expect(fitPicture({ w: 3_024, h: 4_032 }, true)).toEqual({ w: 1_200, h: 1_600 })
    expect(fitPicture({ w: 10_000, h: 3 }, false)).toEqual({ w: 2_560, h: 1 })
    expect(fitPicture({ w: 40, h: 30 }, false)).toEqual({ w: 40, h: 30 })
    expect(fitPicture({ w: 0, h: 0 }, false)).toEqual({ w: 1, h: 1 })
  })
})
