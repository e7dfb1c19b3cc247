import * as Y from 'yjs'
import { readValue } from './read-value.ts'

/** Strings and values of an update in the order in which they stand, with where each begins and ends. */
type Tape = {
  readonly starts: number[]
  readonly ends: number[]
  readonly values: unknown[]
  /** Whose parts have begun. */
  readonly clients: Set<number>
}

/** Of the update that is being read right now: Yjs makes its decoders itself. */
let tape: Tape = newTape()
/** Where none is. */
const noTape = tape

function newTape(): Tape {
  return { starts: [], ends: [], values: [], clients: new Set() }
}

class Recorder extends Y.UpdateDecoderV1 {
  /** Once for all that a client wrote. Of a second part of it, applying keeps that one alone, and merging keeps both. */
  override readClient(): number {
    const client = super.readClient()
    if (tape.clients.has(client)) throw new Error('an update has two parts of one client')
    tape.clients.add(client)
    return client
  }

  override readString(): string {
    const start = this.restDecoder.pos
    const text = super.readString()
    this.#note(start, text)
    return text
  }

  override readAny(): ReturnType<Y.UpdateDecoderV1['readAny']> {
    const start = this.restDecoder.pos
    const value = readValue(this.restDecoder)
    this.#note(start, value)
    return value
  }

  #note(start: number, value: unknown): void {
    tape.starts.push(start)
    tape.ends.push(this.restDecoder.pos)
    tape.values.push(value)
  }
}

class Replayer extends Y.UpdateDecoderV1 {
  #next = 0

  override readString(): string {
    const text = this.#take()
    return typeof text === 'string' ? text : super.readString()
  }

  override readAny(): ReturnType<Y.UpdateDecoderV1['readAny']> {
    const at = this.#next
    const value = this.#take()
    return this.#next > at ? value : super.readAny()
  }

  /** Undefined where something else stands on the tape. */
  #take(): unknown {
    const at = this.#next
    if (tape.starts[at] !== this.restDecoder.pos) return undefined
    this.#next = at + 1
    this.restDecoder.pos = tape.ends[at] ?? this.restDecoder.pos
    return tape.values[at]
  }
}

export type ReadUpdate = {
  readonly decoded: ReturnType<typeof Y.decodeUpdate>
  apply(doc: Y.Doc): void
}

/**
 * Reads an update that is looked at first and applied then. Half of what reading costs are its strings and values, which
 * are read once for both.
 *
 * @throws whatever Yjs throws for what is no update, and for two parts of one client.
 */
export function readOnce(update: Uint8Array): ReadUpdate {
  const own = newTape()
  tape = own
  try {
    const decoded = Y.decodeUpdateV2(update, Recorder)
    return {
      decoded,
      apply(doc) {
        tape = own
        try {
          Y.applyUpdateV2(doc, update, undefined, Replayer)
        } finally {
          tape = noTape
        }
      },
    }
  } finally {
    tape = noTape
  }
}
