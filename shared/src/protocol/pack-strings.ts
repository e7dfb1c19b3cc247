import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What a string of a board is written as. */
const Kind = { recordId: 0, keyOfSameRecord: 1, word: 2, text: 3 } as const

/**
 * Sorts the strings of a board by what they are, because each sort compresses best among its own: random record ids
 * without their type, what hangs on the same record (`<id>/text`), the few that come again and again, and what people wrote.
 */
export function packStrings(strings: readonly string[]): Uint8Array {
  const counts = new Map<string, number>()
  for (const text of strings) counts.set(text, (counts.get(text) ?? 0) + 1)
  const words = new Map<string, number>()
  const wordOf = (text: string) => {
    const known = words.get(text)
    if (known !== undefined) return known
    words.set(text, words.size)
    return words.size - 1
  }

  const kinds = encoding.createEncoder()
  const wordNumbers = encoding.createEncoder()
  const ids: string[] = []
  const texts: string[] = []
  let record = ''
  for (const text of strings) {
    if (record !== '' && text.startsWith(`${record}/`)) {
      encoding.writeUint8(kinds, Kind.keyOfSameRecord)
      encoding.writeVarUint(wordNumbers, wordOf(text.slice(record.length)))
    } else if ((counts.get(text) ?? 0) > 1) {
      encoding.writeUint8(kinds, Kind.word)
      encoding.writeVarUint(wordNumbers, wordOf(text))
    } else if (isRecordId(text)) {
      encoding.writeUint8(kinds, Kind.recordId)
      const prefixLength = text.indexOf(':') + 1
      encoding.writeVarUint(wordNumbers, wordOf(text.slice(0, prefixLength)))
      ids.push(text.slice(prefixLength))
      record = text
    } else {
      encoding.writeUint8(kinds, Kind.text)
      texts.push(text)
    }
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(kinds))
    writeAll(encoder, [...words.keys()])
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(wordNumbers))
    writeAll(encoder, ids)
    writeAll(encoder, texts)
  })
}

/** @returns the strings one after another. */
export function unpackStrings(packed: Uint8Array): () => string {
  const decoder = decoding.createDecoder(packed)
  const kinds = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const words = readAll(decoder)
  const wordNumbers = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const nextId = inTurn(readAll(decoder))
  const nextText = inTurn(readAll(decoder))
  let record = ''
  const nextWord = () => {
    const word = words[decoding.readVarUint(wordNumbers)]
    if (word === undefined) throw new Error('a word of a packed board is missing')
    return word
  }
  return () => {
    switch (decoding.readUint8(kinds)) {
      case Kind.recordId:
        record = nextWord() + nextId()
        return record
      case Kind.keyOfSameRecord:
        return record + nextWord()
      case Kind.word:
        return nextWord()
      default:
        return nextText()
    }
  }
}

export function isRecordId(text: string): boolean {
  return /^[a-z_]+:[^/\s]+$/.test(text)
}

/** Lengths apart from letters: numbers among text cost both. */
function writeAll(encoder: encoding.Encoder, strings: readonly string[]): void {
  encoding.writeVarUint(encoder, strings.length)
  for (const text of strings) encoding.writeVarUint(encoder, text.length)
  encoding.writeVarString(encoder, strings.join(''))
}

function readAll(decoder: decoding.Decoder): string[] {
  const lengths = Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint(decoder))
  const all = decoding.readVarString(decoder)
  let at = 0
  return lengths.map((length) => {
    at += length
    return all.slice(at - length, at)
  })
}

function inTurn(strings: readonly string[]): () => string {
  let at = 0
  return () => {
    const text = strings[at]
    at += 1
    if (text === undefined) throw new Error('a string of a packed board is missing')
    return text
  }
}
