import type { Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type BoardRecords, openBoardRecords } from '#shared/board/board-records.ts'
import { type AwarenessEntry, readAwarenessEntries } from '#shared/protocol/awareness-entries.ts'
import { type CursorPoint, readCursors } from '#shared/protocol/cursors.ts'
import { encodeAwareness, encodeSync, SyncType } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { type Notice, type Person, readNotice, readSaved, type SavedMessage } from '#shared/protocol/messages.ts'
import { applyPackedBoard } from '#shared/protocol/pack-board.ts'
import { type Piece, readPiece } from '#shared/protocol/pieces.ts'
import { peopleAfter, readSessionMessage, type SessionMessage } from '#shared/protocol/session.ts'
import { testBoardId } from './sync-server.ts'
import { until } from './until.ts'

/** A client that keeps every frame it hears and sends whatever it is told to. */
export type RawClient = {
  readonly socket: WebSocket
  readonly doc: Y.Doc
  readonly records: BoardRecords
  /** Every frame as it came. */
  readonly frames: readonly Uint8Array[]
  readonly awareness: ReadonlyMap<number, AwarenessEntry>
  readonly saved: readonly SavedMessage[]
  readonly sessions: readonly SessionMessage[]
  /** Who is here, as the sessions say. */
  readonly people: readonly Person[]
  readonly notices: readonly Notice[]
  readonly cursors: readonly { clientId: number; point: CursorPoint }[]
  /** What has come over the wire. */
  readBytes(): number
  /** What was asked for has come. */
  readonly hasBoard: boolean
  readonly closed: { readonly code: number; readonly reason: string } | undefined
  send(frame: Uint8Array): void
  /** Changes the document and sends what that made. @returns the update. */
  edit(act: (records: BoardRecords) => void): Uint8Array
  sendUpdate(update: Uint8Array): void
  showState(clientId: number, clock: number, state: unknown): void
  /** True when some frame that was heard contains the bytes. */
  hasHeard(text: string): boolean
  stop(): void
}

/** @param isSynced - ask for the board and wait until it is there. */
export async function connectRaw(
  url: string,
  token: string,
  { isExtended = true, boardId = testBoardId, isSynced = true } = {},
): Promise<RawClient> {
  const socket = new WebSocket(`${url}/${boardId}?token=${token}${isExtended ? '&ext=1' : ''}`)
  socket.binaryType = 'nodebuffer'
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  const frames: Uint8Array[] = []
  const awareness = new Map<number, AwarenessEntry>()
  const saved: SavedMessage[] = []
  const sessions: SessionMessage[] = []
  const notices: Notice[] = []
  const cursors: { clientId: number; point: CursorPoint }[] = []
  let closed: RawClient['closed']
  let people: readonly Person[] = []
  let pieces = Buffer.alloc(0)
  let hasBoard = false

  const onSync = (decoder: decoding.Decoder) => {
    const type = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (type === SyncType.step1) return
    Y.applyUpdate(doc, bytes, 'server')
    if (type === SyncType.step2) hasBoard = true
  }
  const onPiece = ({ from, total, bytes }: Piece) => {
    pieces = Buffer.concat([pieces.subarray(0, from), bytes])
    if (pieces.byteLength < total) return
    applyPackedBoard(doc, gunzipSync(pieces), 'server')
    hasBoard = true
  }
  socket.on('message', (data: Buffer) => {
    const frame = new Uint8Array(data)
    frames.push(frame)
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case MessageType.sync:
        onSync(decoder)
        break
      case MessageType.piece:
        onPiece(readPiece(decoder))
        break
      case MessageType.awareness:
        for (const entry of readAwarenessEntries(decoding.readVarUint8Array(decoder))) {
          awareness.set(entry.clientId, entry)
        }
        break
      case MessageType.saved:
        saved.push(readSaved(decoder))
        break
      case MessageType.session:
        sessions.push(readSessionMessage(decoder))
        people = sessions.slice(-1).reduce(peopleAfter, people)
        break
      case MessageType.notice:
        notices.push(readNotice(decoder))
        break
      case MessageType.cursors:
        for (const { seat, point } of readCursors(decoder)) {
          const known = people.flatMap(({ connections }) => connections).find((other) => other.seat === seat)
          if (known) cursors.push({ clientId: known.clientId, point })
        }
        break
    }
  })
  let line: Socket | undefined
  socket.on('upgrade', (response) => {
    line = response.socket
  })
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => {
    closed = { code, reason: reason.toString() }
  })
  await until('the socket to open', () => socket.readyState === socket.OPEN || closed)

  const client: RawClient = {
    socket,
    doc,
    records,
    frames,
    awareness,
    saved,
    sessions,
    get people() {
      return people
    },
    notices,
    cursors,
    readBytes: () => line?.bytesRead ?? 0,
    get hasBoard() {
      return hasBoard
    },
    get closed() {
      return closed
    },
    send: (frame) => socket.send(frame),
    edit(act) {
      const updates: Uint8Array[] = []
      const onUpdate = (update: Uint8Array) => updates.push(update)
      doc.on('update', onUpdate)
      doc.transact(() => act(records))
      doc.off('update', onUpdate)
      const update = Y.mergeUpdates(updates)
      client.sendUpdate(update)
      return update
    },
    sendUpdate: (update) => socket.send(encodeSync('update', update)),
    showState: (clientId, clock, state) =>
      socket.send(encodeAwareness([{ clientId, clock, state: new TextEncoder().encode(JSON.stringify(state)) }])),
    hasHeard: (text) => frames.some((frame) => Buffer.from(frame).includes(text)),
    stop() {
      socket.terminate()
      doc.destroy()
    },
  }
  if (isSynced) {
    client.send(encodeSync('step1', Y.encodeStateVector(doc)))
    await until('the board', () => hasBoard)
  }
  return client
}

/** The 7 bytes that make `Y.applyUpdate` take 229 MB: one client with thirty million structs, and nothing after. */
export function poisonUpdate(): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 30_000_000, 1, 0]) encoding.writeVarUint(encoder, number)
  })
}
