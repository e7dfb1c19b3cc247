import { inspect } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { maxFrameBytes } from '#shared/limits.ts'
import { encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { encodeAwareness, encodeSync } from '#shared/protocol/frames.ts'
import { note } from './board-content.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'
import { members, startSyncServer, testBoardId } from './sync-server.ts'
import { until } from './until.ts'

export type HostileResult = {
  readonly seed: number
  readonly frames: number
  /** Connections that the server ended, by code. */
  readonly closed: Readonly<Record<number, number>>
  readonly heapGrowthBytes: number
  /** Of the witness's edits, from writing to the acknowledgement, while all this went on. */
  readonly slowestEditMs: number
  readonly faults: readonly string[]
}

/** So many frames go out on a line before anybody looks what became of it. */
const roundsUnheard = 5
/** The number of an echo that no valid frame has. */
const settled = 9

const hostileNames = Array.from({ length: 40 }, (_, i) => `hostile${i}`)

/** What real clients send: all that is broken below is one of these. */
function validFrames(board: Y.Doc, random: SeededRandom): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board))
  const before = Y.encodeStateVector(doc)
  const id = `shape:h${random.below(50)}`
  doc.getMap('records').set(id, note(id, 'from a hostile hand'))
  doc.getMap('records').set(`${id}/at`, [random.below(100), 2, 0, 'page:page'])
  return [
    encodeSync('step1', Y.encodeStateVector(doc)),
    encodeSync('step2', Y.encodeStateAsUpdate(doc, before)),
    encodeSync('update', Y.encodeStateAsUpdate(doc, before)),
    encodeAwareness([{ clientId: doc.clientID, clock: 1, state: new TextEncoder().encode('{"name":"x"}') }]),
    encodeOwnCursor({ x: 3, y: 4 }),
    Uint8Array.of(105, 1),
    Uint8Array.of(106, 7),
  ]
}

function breakFrame(frame: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.below(frame.byteLength)
  const byte = () => random.below(256)
  switch (random.below(5)) {
    case 0:
      return Uint8Array.from({ length: 1 + random.below(300) }, byte)
    case 1:
      return frame.slice(0, at)
    case 2:
      return frame.map((value, i) => (i === at ? value ^ (1 << random.below(8)) : value))
    case 3:
      return Uint8Array.of(...frame, ...Array.from({ length: 1 + random.below(50) }, byte))
    default:
      // A length that is not its own, somewhere in it.
      return Uint8Array.of(...frame.subarray(0, at), 255, 255, 255, byte() & 127, ...frame.subarray(at))
  }
}

/** Sends so many broken frames over connections that are opened again whenever the server ends one. */
export async function runHostileCampaign(frames: number, seed: number): Promise<HostileResult> {
  const random = createSeededRandom(seed)
  const server = await startSyncServer({
    members: members(Object.fromEntries(['ana', 'ben', ...hostileNames].map((name) => [name, 'editor']))),
    emptyRoomKeptMs: 60_000,
    isLogKept: false,
  })
  const witness = await connectRaw(server.url, 'ana')
  const faults: string[] = []
  const closed: Record<number, number> = {}
  let slowestEditMs = 0
  let edits = 0

  const edit = async () => {
    edits += 1
    const id = `shape:w${edits % 20}`
    const startedAtMs = performance.now()
    const wanted = edits
    witness.edit((records) => records.put(note(id, `edit ${wanted}`)))
    await until('the acknowledgement', () => (witness.saved.at(-1)?.count ?? 0) >= wanted || witness.closed)
    slowestEditMs = Math.max(slowestEditMs, performance.now() - startedAtMs)
    if (witness.closed) faults.push(`the witness was sent away with ${witness.closed.code}`)
    faults.push(...server.logged.map(({ sentence, fields }) => `${sentence} ${inspect(fields)}`))
  }

  const connectHostile = async (name: string): Promise<WebSocket> => {
    const socket = new WebSocket(`${server.url}/${testBoardId}?token=${name}&ext=1`)
    socket.on('error', () => undefined)
    socket.on('message', () => undefined)
    socket.on('close', (code) => {
      closed[code] = (closed[code] ?? 0) + 1
    })
    // A refused one closes without having been open.
    await new Promise<void>((resolve) => {
      socket.once('open', resolve)
      socket.once('close', () => resolve())
    })
    return socket
  }

  /** Until the server has dealt with all that was sent on it: an echo comes behind that, or the end does. */
  const settle = (socket: WebSocket) =>
    new Promise<void>((resolve) => {
      if (socket.readyState !== WebSocket.OPEN) return resolve()
      socket.on('message', (data: Buffer) => {
        if (data[0] === 106 && data[1] === settled) resolve()
      })
      socket.once('close', () => resolve())
      socket.send(Uint8Array.of(106, settled))
    })

  try {
    await edit()
    let valid = validFrames(witness.doc, random)
    const sockets = await Promise.all(hostileNames.map(connectHostile))
    const heapBefore = heapUsed()
    for (let sent = 0, rounds = 1; sent < frames; rounds += 1) {
      for (const [i, name] of hostileNames.entries()) {
        let socket = sockets[i]
        if (socket?.readyState !== WebSocket.OPEN) {
          socket = await connectHostile(name)
          sockets[i] = socket
        }
        const isLong = random.below(20_000) === 0
        socket.send(isLong ? new Uint8Array(maxFrameBytes + 1) : breakFrame(random.pick(valid), random))
        sent += 1
      }
      if (rounds % roundsUnheard === 0) await Promise.all(sockets.map(settle))
      if (random.below(20) === 0) {
        await edit()
        valid = validFrames(witness.doc, random)
      }
      if (faults.length > 0) break
    }
    for (const socket of sockets) socket.terminate()
    if (faults.length > 0)
      return { seed, frames, closed, heapGrowthBytes: 0, slowestEditMs: Math.round(slowestEditMs), faults }
    await edit()
    await until('the hostile to be gone', () => server.rooms.peopleHere(testBoardId) === 1, 60_000)
    const heapGrowthBytes = heapUsed() - heapBefore
    faults.push(...(await compare(server.url, witness)))
    return { seed, frames, closed, heapGrowthBytes, slowestEditMs: Math.round(slowestEditMs), faults }
  } finally {
    witness.stop()
    await server.stop()
  }
}

async function compare(url: string, witness: RawClient): Promise<string[]> {
  const late = await connectRaw(url, 'ben')
  const content = ({ records }: RawClient) => JSON.stringify(records.readAll().sort((a, b) => (a.id < b.id ? -1 : 1)))
  const isEqual = content(late) === content(witness)
  late.stop()
  return isEqual ? [] : ['the witness and a late reader differ']
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const { heapUsed: heap, external } = process.memoryUsage()
  return heap + external
}
