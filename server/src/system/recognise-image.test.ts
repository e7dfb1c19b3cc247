import { describe, expect, test } from 'vitest'
import { recogniseImage } from './recognise-image.ts'

const text = (value: string) => new TextEncoder().encode(value)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('recognising an image by its bytes', () => {
  test.each([
    ['PNG', png, 'png'],
    ['JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'jpg'],
    ['GIF', Buffer.concat([text('GIF89a'), Buffer.alloc(20)]), 'gif'],
    ['WebP', Buffer.concat([text('RIFF'), Buffer.from([20, 0, 0, 0]), text('WEBPVP8 '), Buffer.alloc(16)]), 'webp'],
    ['a plain SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    [
      'an SVG after a declaration, a comment and a doctype',
      text('\ufeff<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg [ <!ENTITY a "b"> ]>\n<svg>'),
      'svg',
    ],
  ])('takes %s', async (_name, bytes, kind) => {
    expect(await recogniseImage(bytes)).toBe(kind)
  })

  test.each([
    ['an empty file', text('')],
    ['a page', text('<!DOCTYPE html><html><svg/></html>')],
    ['a page that mentions SVG in a comment', text('<!-- <svg> --><html>')],
    ['an element that only begins like SVG', text('<svgx>')],
    ['text', text('hello')],
    ['a PDF', text('%PDF-1.7\n%abc')],
    ['a BMP', Buffer.concat([text('BM'), Buffer.alloc(60)])],
    ['an endless comment', text(`<!--${'<!--'.repeat(20_000)}`)],
  ])('refuses %s', async (_name, bytes) => {
    expect(await recogniseImage(bytes)).toBeUndefined()
  })
})
