// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeCursors, encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { encodeEcho, encodeWantsCursors } from '#shared/protocol/pace.ts'
import { encodePiece } from '#shared/protocol/pieces.ts'
import { encodeReaction } from '#shared/protocol/reactions.ts'
import { encodeSession } from '#shared/protocol/session.ts'
import type { BoardConnection } from './board-connection.ts'
import { openBoardConnection } from './open-board-connection.ts'
import { type ScriptedServer, startScriptedServer, until } from './testing/scripted-server.ts'

let server: ScriptedServer
let page: EventTarget & { visibilityState: DocumentVisibilityState }
let connection: BoardConnection
beforeEach(async () => {
  server = await startScriptedServer()
})
afterEach(async () => {
  connection.close()
  await server.stop()
})

function open(): BoardConnection {
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const })
  connection = openBoardConnection({
    boardId: 'board-one',
    origin: server.origin,
    machine: {
      WebSocket: WebSocket as never,
      random: () => 0,
      window: new EventTarget() as never,
      document: page as never,
    },
  })
  return connection
}
function show(visibilityState: DocumentVisibilityState): void {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}
const online = () => until('online', () => connection.connection.get().status === 'online')
const heard = (frame: Uint8Array) => server.heard.filter((other) => Buffer.from(other).equals(frame)).length

describe('the line', () => {
  test('[CN9] says how long it takes, from the first answer on', async () => {
    open()
    await online()
    expect(connection.line.get()).toEqual({ roundTripMs: undefined, quality: 'good' })
    const asked = () => server.heard.find(([type]) => type === MessageType.echo)
    await until('the question', asked)
    server.send(encodeEcho(99))
    server.send(asked() ?? encodeEcho(0))
    await until('the answer', () => connection.line.get().roundTripMs !== undefined)
    expect(connection.line.get().roundTripMs).toBeGreaterThanOrEqual(0)
    server.isRefusing = true
    server.sockets.at(-1)?.terminate()
    await until('the end of it', () => connection.line.get().roundTripMs === undefined)
  })
})

describe('who saves data', () => {
  test('[CN10] neither sends nor asks for pointers, also after a reconnect, until she wants them again', async () => {
    open()
    await online()
    connection.publishCursor({ x: 1, y: 1 })
    connection.saveData(true)
    expect(connection.savesData.get()).toBe(true)
    connection.publishCursor({ x: 2, y: 2 })
    expect(connection.react('heart')).toBe(false)
    await until('the wish', () => heard(encodeWantsCursors(false)) === 1)
    server.sockets.at(-1)?.terminate()
    await until('the wish on the next line', () => heard(encodeWantsCursors(false)) === 2)
    connection.saveData(false)
    connection.publishCursor({ x: 3, y: 3 })
    await until('the pointer', () => heard(encodeOwnCursor({ x: 3, y: 3 })) === 1)
    expect(heard(encodeWantsCursors(true))).toBe(1)
    expect(heard(encodeOwnCursor({ x: 2, y: 2 }))).toBe(0)
    expect(heard(encodeReaction('heart'))).toBe(0)
    expect(connection.react('heart')).toBe(true)
    await until('the reaction', () => heard(encodeReaction('heart')) === 1)
  })
})

describe('a page that nobody sees', () => {
  test('[CN10] asks for no pointers, also on a new line, until somebody looks at it who does not save data', async () => {
    open()
    await online()
    show('hidden')
    await until('the wish', () => heard(encodeWantsCursors(false)) === 1)
    server.sockets.at(-1)?.terminate()
    await until('the wish on the next line', () => heard(encodeWantsCursors(false)) === 2)
    connection.saveData(true)
    show('visible')
    show('hidden')
    connection.saveData(false)
    show('visible')
    await until('the wish for them', () => heard(encodeWantsCursors(true)) === 1)
    expect(heard(encodeWantsCursors(false))).toBe(2)
  })
})

describe('pointers', () => {
  test('[PR9] are told by the awareness id of whose seat it is, and of seats that nobody sits on not at all', async () => {
    open()
    await online()
    const seen: unknown[] = []
    connection.onCursors((cursors) => seen.push(...cursors))
    const person = (participantId: string, clientId: number, seat: number) => ({
      ...{
        participantId,
        name: participantId,
        country: null,
        organisation: null,
        place: null,
        standsFor: 1,
        colour: 0,
      },
      ...{ role: 'editor' as const, connections: [{ clientId, seat }] },
    })
    const self = { participantId: 'ana', role: 'editor' as const }
    server.send(encodeSession({ version: 1, self, people: [person('ana', 70, 0), person('ben', 71, 1)] }))
    server.send(encodeSession({ version: 2, changed: [person('ben', 72, 3)], left: [] }))
    server.send(
      encodeCursors([
        { seat: 1, point: { x: 1, y: 1 } },
        { seat: 3, point: { x: 3, y: 3 } },
        { seat: 0, point: null },
      ]),
    )
    await until('the pointers', () => seen.length > 0)
    expect(seen).toEqual([
      { clientId: 72, point: { x: 3, y: 3 } },
      { clientId: 70, point: null },
    ])
    expect(connection.people.get().map(({ name }) => name)).toEqual(['ana', 'ben'])
  })
})

describe('a board in pieces', () => {
  test('[CN11] is loaded when all of it is there, with what came meanwhile behind it', async () => {
    const board = new Y.Doc()
    const records = board.getMap('records')
    for (let i = 0; i < 500; i += 1) records.set(`shape:${i}`, { id: `shape:${i}`, x: i })
    const zipped = new Uint8Array(gzipSync(Y.encodeStateAsUpdateV2(board)))
    server.isSilent = true
    open()
    await until('step 1', () => server.heard.some(([type, kind]) => type === 0 && kind === 0))
    const half = Math.floor(zipped.length / 2)
    server.send(encodePiece({ from: 0, total: zipped.length, bytes: zipped.subarray(0, half) }))
    const before = Y.encodeStateVector(board)
    records.set('shape:1', { id: 'shape:1', x: -1 })
    server.send(encodeSync('update', Y.encodeStateAsUpdate(board, before)))
    await until('half of it', () => connection.loading.get()?.receivedBytes === half)
    expect(connection.loading.get()).toEqual({ receivedBytes: half, totalBytes: zipped.length })
    expect(connection.isLoaded.get()).toBe(false)
    server.send(encodePiece({ from: half, total: zipped.length, bytes: zipped.subarray(half) }))
    await online()
    expect(connection.isLoaded.get()).toBe(true)
    await until('what came meanwhile', () => connection.loading.get() === undefined)
    expect(connection.doc.getMap('records').toJSON()).toEqual(records.toJSON())
    expect(connection.saving.get()).toEqual({ status: 'saved' })
  })

  test('[CN11] begins on a new line when the old one broke in the middle of it', async () => {
    server.isSilent = true
    open()
    await until('step 1', () => server.heard.some(([type, kind]) => type === 0 && kind === 0))
    server.send(encodePiece({ from: 0, total: 1_000, bytes: new Uint8Array(10) }))
    await until('a piece', () => connection.loading.get())
    server.isSilent = false
    server.sockets.at(-1)?.terminate()
    await online()
    expect(connection.loading.get()).toBeUndefined()
  })
})
