import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { isRecordId, packStrings, unpackStrings } from './pack-strings.ts'
import { type KeyedValue, packValues, unpackValues } from './pack-values.ts'

/** First byte of a Yjs v2 update, and of a packed board. */
const packedFormat = 1

/**
 * A board's state in the form that compresses best: Yjs v2 with its strings and values sorted. Unzipped it is not smaller
 * than v2, zipped half of it.
 *
 * @param targetStateVector - what the reader has already.
 */
export function packBoard(doc: Y.Doc, targetStateVector?: Uint8Array): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc, targetStateVector, new PackingEncoder())
}

/**
 * Takes what `packBoard` or Yjs v2 wrote.
 *
 * @throws when it is neither.
 */
export function applyPackedBoard(doc: Y.Doc, bytes: Uint8Array, origin: unknown): void {
  const decoder = decoding.createDecoder(bytes)
  if (bytes[0] !== packedFormat) {
    Y.applyUpdateV2(doc, bytes, origin)
    return
  }
  decoding.readUint8(decoder)
  const structs = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const nextString = unpackStrings(decoding.readVarUint8Array(decoder))
  const nextValue = unpackValues(decoding.readVarUint8Array(decoder))
  Y.readUpdateV2(decoder, doc, origin, new UnpackingDecoder(structs, nextString, nextValue))
}

class PackingEncoder extends Y.UpdateEncoderV2 {
  readonly #strings: string[] = []
  readonly #values: KeyedValue[] = []
  #recordId = ''

  override writeString(text: string): void {
    this.#strings.push(text)
    if (isRecordId(text)) this.#recordId = text
  }

  override writeAny(value: unknown): void {
    this.#values.push({ value, recordId: this.#recordId })
  }

  override toUint8Array(): Uint8Array<ArrayBuffer> {
    const structs = super.toUint8Array()
    const encoder = encoding.createEncoder()
    encoding.writeUint8(encoder, packedFormat)
    encoding.writeVarUint8Array(encoder, structs)
    encoding.writeVarUint8Array(encoder, packStrings(this.#strings))
    encoding.writeVarUint8Array(encoder, packValues(this.#values))
    return encoding.toUint8Array(encoder)
  }
}

class UnpackingDecoder extends Y.UpdateDecoderV2 {
  readonly #nextString: () => string
  readonly #nextValue: (recordId: string) => unknown
  #recordId = ''

  constructor(structs: decoding.Decoder, nextString: () => string, nextValue: (recordId: string) => unknown) {
    super(structs)
    this.#nextString = nextString
    this.#nextValue = nextValue
  }

  override readString(): string {
    const text = this.#nextString()
    if (isRecordId(text)) this.#recordId = text
    return text
  }

  override readAny(): unknown {
    return this.#nextValue(this.#recordId)
  }
}
