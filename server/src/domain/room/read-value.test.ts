import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { readValue } from './read-value.ts'

type Reader = (decoder: decoding.Decoder) => unknown

function readWith(read: Reader, bytes: Uint8Array): unknown {
  const decoder = decoding.createDecoder(bytes)
  try {
    return { value: read(decoder), end: decoder.pos }
  } catch {
    return 'refused'
  }
}

const random = createSeededRandom(11)
const below = (end: number) => Math.floor(random.next() * end)
const letters = ['a', 'b', 'é', '漢', '😀', '\0', '\ufeff', '-']
const text = (length: number) => Array.from({ length }, () => letters[below(letters.length)]).join('')

function someValue(depth: number): unknown {
  switch (below(depth > 0 ? 11 : 8)) {
    case 0:
      return text(below(3))
    case 1:
      return 'a'.repeat(18 + below(5))
    case 2:
      return text(below(300))
    case 3:
      return [null, undefined, true, false][below(4)]
    case 4:
      return below(1e6) - 5e5
    case 5:
      return random.next()
    case 6:
      return BigInt(below(1e6))
    case 7:
      return Uint8Array.of(below(256), 119)
    case 8:
      return Array.from({ length: below(4) }, () => someValue(depth - 1))
    default:
      return Object.fromEntries(Array.from({ length: below(5) }, () => [text(below(4)), someValue(depth - 1)]))
  }
}

function encoded(value: unknown): Uint8Array {
  return encoding.encode((encoder) => encoding.writeAny(encoder, value as never))
}

describe('A value of an update', () => {
  it('is read as lib0 reads it, whole, cut off, or with a wrong byte', () => {
    for (let i = 0; i < 3_000; i += 1) {
      const bytes = encoded(someValue(4))
      const cut = bytes.slice(0, below(bytes.length))
      const wrong = Uint8Array.from(bytes)
      wrong[below(bytes.length)] = below(256)
      for (const each of [bytes, cut, wrong])
        expect(readWith(readValue, each)).toEqual(readWith(decoding.readAny, each))
    }
  })

  it('is not mistaken for another word that has its place', () => {
    const words = Array.from({ length: 5_000 }, (_, i) => `w${i}`)
    for (const word of [...words, ...words]) expect(readWith(readValue, encoded(word))).toMatchObject({ value: word })
  })
})
