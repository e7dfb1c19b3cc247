import * as encoding from 'lib0/encoding'

const anyWithKey = 8 | 0x20
const namedRoot = 1

/** One update in which each of so many clients writes a key of her own. */
export function updateOfManyClients(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (let client = count; client > 0; client -= 1) {
    for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8(encoder, anyWithKey)
    encoding.writeVarUint(encoder, namedRoot)
    encoding.writeVarString(encoder, 'records')
    encoding.writeVarString(encoder, `shape:${client}`)
    encoding.writeVarUint(encoder, 1)
    encoding.writeAny(encoder, client)
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** One update that deletes something of each of so many clients. */
export function deletionsOfManyClients(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [0, count]) encoding.writeVarUint(encoder, number)
  for (let client = count; client > 0; client -= 1) {
    for (const number of [client, 1, 0, 1]) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}
