import * as encoding from 'lib0/encoding'

type Id = readonly [client: number, clock: number]

/** What one client wrote from `clock` on, byte by byte, sound or not. */
type Part = { readonly client: number; readonly clock: number; readonly structs: readonly Struct[] }
type Struct =
  | { readonly swept: number }
  /** So much that was deleted, under a key of the board's map. */
  | { readonly deleted: number; readonly in: string }
  /** Under a key of the board's map, or in the type that an item made. */
  | { readonly values: readonly unknown[]; readonly in: string | Id }
  | { readonly values: readonly unknown[]; readonly behind: Id; readonly before: Id }
type Deletions = readonly [client: number, ...spans: (readonly [clock: number, length: number])[]]

const deletedContent = 1
const anyContent = 8
const hasKey = 0x20
const hasLeft = 0x80
const hasRight = 0x40

/** An update as no copy of Yjs would write it. */
export function writtenUpdate(parts: readonly Part[], deletions: readonly Deletions[] = []): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: readonly number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
  const writeValues = (values: readonly unknown[]) => {
    write(values.length)
    for (const value of values) encoding.writeAny(encoder, value as never)
  }
  const writeStruct = (struct: Struct) => {
    if ('swept' in struct) return write(0, struct.swept)
    if ('behind' in struct) {
      encoding.writeUint8(encoder, anyContent | hasLeft | hasRight)
      write(...struct.behind, ...struct.before)
      return writeValues(struct.values)
    }
    const lies = struct.in
    const content = 'deleted' in struct ? deletedContent : anyContent
    encoding.writeUint8(encoder, content | (typeof lies === 'string' ? hasKey : 0))
    if (typeof lies === 'string') {
      write(1)
      encoding.writeVarString(encoder, 'records')
      encoding.writeVarString(encoder, lies)
    } else {
      write(0, ...lies)
    }
    if ('deleted' in struct) return write(struct.deleted)
    writeValues(struct.values)
  }
  write(parts.length)
  for (const { client, clock, structs } of parts) {
    write(structs.length, client, clock)
    for (const struct of structs) writeStruct(struct)
  }
  write(deletions.length)
  for (const [client, ...spans] of deletions) {
    write(client, spans.length)
    for (const [clock, length] of spans) write(clock, length)
  }
  return encoding.toUint8Array(encoder)
}
