import * as decoding from 'lib0/decoding'

/** How lib0 marks what follows. */
const marks = { string: 119, object: 118, array: 117 } as const

/**
 * Reads a value as lib0 does. Records are the same few words over and over, as names of fields and as what is in them:
 * those are made once, where lib0 makes a view, a string and, of a name, its entry in the engine's table for each.
 *
 * @throws whatever lib0 throws.
 */
export function readValue(decoder: decoding.Decoder): unknown {
  switch (decoder.arr[decoder.pos]) {
    case marks.string:
      decoder.pos += 1
      return readWord(decoder)
    case marks.object: {
      decoder.pos += 1
      const length = decoding.readVarUint(decoder)
      const value: Record<string, unknown> = {}
      for (let i = 0; i < length; i += 1) {
        const name = readWord(decoder)
        value[name] = readValue(decoder)
      }
      return value
    }
    case marks.array: {
      decoder.pos += 1
      const length = decoding.readVarUint(decoder)
      const values: unknown[] = []
      for (let i = 0; i < length; i += 1) values.push(readValue(decoder))
      return values
    }
    default:
      return decoding.readAny(decoder)
  }
}

/** Longer than any name of a field, and shorter than an id. */
const maxWordLength = 20
/** A word has one place, and is forgotten when another comes that has the same. */
const places = 1_024
const words: (string | undefined)[] = Array.from({ length: places })

function readWord(decoder: decoding.Decoder): string {
  const { arr, pos } = decoder
  // So short a length is one byte.
  const length = arr[pos] ?? 0
  const end = pos + 1 + length
  if (length > maxWordLength || end > arr.length) return decoding.readVarString(decoder)
  let mixed = length
  for (let at = pos + 1; at < end; at += 1) {
    const byte = arr[at] ?? 0
    if (byte > 127) return decoding.readVarString(decoder)
    mixed = (Math.imul(mixed, 31) + byte) | 0
  }
  const place = (mixed ^ (mixed >>> 10)) & (places - 1)
  const known = words[place]
  if (known !== undefined && isWord(known, arr, pos + 1, length)) {
    decoder.pos = end
    return known
  }
  const word = decoding.readVarString(decoder)
  words[place] = word
  return word
}

function isWord(word: string, bytes: Uint8Array, from: number, length: number): boolean {
  if (word.length !== length) return false
  for (let i = 0; i < length; i += 1) if (word.charCodeAt(i) !== bytes[from + i]) return false
  return true
}
