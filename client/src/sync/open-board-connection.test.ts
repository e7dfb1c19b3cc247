// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { readAwarenessEntries } from '#shared/protocol/awareness-entries.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { decodeClientFrame, encodeAwareness } from '#shared/protocol/frames.ts'
import { encodeNotice, type Notice, type Person } from '#shared/protocol/messages.ts'
import { encodeSession } from '#shared/protocol/session.ts'
import type { BoardConnection } from './board-connection.ts'
import type { BoardCopy } from './board-copy.ts'
import { openBoardConnection } from './open-board-connection.ts'
import type { PictureState } from './pictures/picture-sender.ts'
import { createWritable } from './readable.ts'
import { type ScriptedServer, startScriptedServer, until } from './testing/scripted-server.ts'
import { warnBeforeLeaving } from './warn-before-leaving.ts'

let server: ScriptedServer
let connection: BoardConnection
const events = new EventTarget()

function open(copy?: BoardCopy) {
  return openBoardConnection({
    ...(copy ? { copy } : {}),
    boardId: 'board-one',
    token: 'a-token',
    origin: server.origin,
    machine: {
      WebSocket: WebSocket as never,
      random: () => 0,
      window: events as never,
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) as never,
    },
  })
}

const change = (value: number) => connection.doc.getMap('records').set(`shape:${value}`, { id: `shape:${value}` })

beforeEach(async () => {
  server = await startScriptedServer()
  connection = open()
})
afterEach(async () => {
  connection.close()
  await server.stop()
})

describe('the line to a board', () => {
  test('[CN1] is loaded and online after the first complete sync', async () => {
    expect(connection.connection.get()).toEqual({ status: 'connecting' })
    expect(connection.isLoaded.get()).toBe(false)
    await until('online', () => connection.connection.get().status === 'online')
    expect(connection.isLoaded.get()).toBe(true)
    expect(connection.saving.get()).toEqual({ status: 'saved' })
  })

  test('[CN12] shows what the device has at once, asks for what is new only, and counts what was not saved', async () => {
    connection.close()
    const doc = new Y.Doc()
    doc.getMap('records').set('shape:before', { id: 'shape:before' })
    const saved: string[] = []
    connection = open({
      ...{ doc, isWhole: true, unsavedIds: ['shape:before'] },
      changedHere: () => undefined,
      saved: (ids) => saved.push(...ids),
      noticed: () => undefined,
      ...{ hasUnsaved: () => true, speaksFor: (id) => id === 'ana' },
    })
    expect(connection.isLoaded.get()).toBe(true)
    expect(connection.saving.get()).toMatchObject({ unsaved: 1 })
    // The line before it may have asked, too, for all there is.
    const vector = Buffer.from(Y.encodeStateVector(doc))
    const isItsQuestion = (frame: Uint8Array) => {
      const read = decodeClientFrame(frame)
      return read.kind === 'step1' && vector.equals(read.stateVector)
    }
    await until('the question', () => server.heard.some(isItsQuestion))
    // Sent only to whom it belongs.
    server.send(encodeSession({ version: 1, self: { participantId: 'ana', role: 'editor' }, people: [] }))
    await until('online', () => connection.connection.get().status === 'online')
    const asked = server.heard.map(decodeClientFrame).filter(({ kind }) => kind === 'step1')
    expect(asked.at(-1)).toEqual({ kind: 'step1', stateVector: Y.encodeStateVector(doc) })
    expect(connection.saving.get()).toEqual({ status: 'saving', unsaved: 1 })
    await until('what it had', () => server.syncFrames === 1)
    server.saveAll()
    await until('saved', () => connection.saving.get().status === 'saved')
    expect(saved).toEqual(['shape:before'])
  })

  test('[CN2] counts each change until the server has saved it', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    change(1)
    change(2)
    expect(connection.saving.get()).toEqual({ status: 'saving', unsaved: 2 })
    await until('both', () => server.updates === 2)
    server.saveAll(false)
    await until('"not saved"', () => connection.saving.get().status === 'not-saved')
    server.saveAll()
    await until('saved', () => connection.saving.get().status === 'saved')
  })

  test('[CN2] is not saved while a change is on its way into the document, whatever the server has', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    connection.tellWaiting(['shape:1', 'shape:2'])
    expect(connection.saving.get()).toEqual({ status: 'saving', unsaved: 2 })
    change(1)
    await until('the update', () => server.updates === 1)
    server.saveAll()
    connection.tellWaiting(['shape:2'])
    expect(connection.saving.get()).toMatchObject({ status: 'saving' })
    // It has become what it was.
    connection.tellWaiting([])
    await until('saved', () => connection.saving.get().status === 'saved')
  })

  test('[CN2] keeps what is changed without a line, says how much, and saves it on return', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    change(1)
    await until('the update', () => server.updates === 1)
    server.isRefusing = true
    server.sockets.at(-1)?.terminate()
    await until('offline', () => connection.connection.get().status === 'offline')
    change(2)
    expect(connection.saving.get()).toEqual({ status: 'offline', unsaved: 2 })
    expect(connection.isLoaded.get()).toBe(true)
    server.isRefusing = false
    await until('online', () => connection.connection.get().status === 'online')
    await until('step 2', () => server.syncFrames > 0)
    server.saveAll()
    await until('saved', () => connection.saving.get().status === 'saved')
  })

  test('[CN3] asks why an upgrade was refused and gives up with the reason', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    server.isRefusing = true
    server.answer = { status: 410, body: { code: 'board_deleted' } }
    server.sockets.at(-1)?.terminate()
    await until('closed', () => connection.connection.get().status === 'closed')
    expect(connection.connection.get()).toEqual({ status: 'closed', kind: 'deleted' })
  })

  test('[CN3] goes on trying when the server only has trouble of its own', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    server.isRefusing = true
    server.answer = { status: 503, body: { code: 'not_ready' } }
    server.sockets.at(-1)?.terminate()
    await until('offline', () => connection.connection.get().status === 'offline')
    server.isRefusing = false
    await until('online', () => connection.connection.get().status === 'online')
    expect(server.sockets).toHaveLength(2)
  })

  test('[CN3] knows when the server answers and no line to it opens, and forgets it with the line that does', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    server.isRefusing = true
    server.answer = { status: 503, body: { code: 'not_ready' } }
    server.sockets.at(-1)?.terminate()
    const sooner = (isSo: () => boolean) => () => {
      connection.reconnect()
      return isSo()
    }
    await until(
      'tried',
      sooner(() => server.refused >= 4),
    )
    expect(connection.connection.get()).not.toHaveProperty('isBlocked')
    server.answer = { status: 200, body: {} }
    await until(
      'blocked',
      sooner(() => 'isBlocked' in connection.connection.get()),
    )
    server.isRefusing = false
    connection.reconnect()
    await until('online', () => connection.connection.get().status === 'online')
    server.sockets.at(-1)?.terminate()
    await until('offline', () => connection.connection.get().status === 'offline')
    expect(connection.connection.get()).not.toHaveProperty('isBlocked')
  })

  test.each(['removed', 'tooLarge', 'freshDocumentNeeded'] as const)(
    '[CN3] is closed for good by "%s"',
    async (kind) => {
      await until('online', () => connection.connection.get().status === 'online')
      const { code, reason } = closeCodes[kind]
      server.sockets.at(-1)?.close(code, reason)
      await until('closed', () => connection.connection.get().status === 'closed')
      expect(connection.connection.get()).toEqual({ status: 'closed', kind })
      connection.reconnect()
      expect(server.sockets).toHaveLength(1)
    },
  )

  test('[CN4] comes back at once when the machine is online again', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    server.isRefusing = true
    server.sockets.at(-1)?.terminate()
    await until('a later attempt', () => {
      const now = connection.connection.get()
      return now.status === 'offline' && (now.retryAtMs ?? 0) > Date.now() + 500
    })
    server.isRefusing = false
    const startMs = performance.now()
    events.dispatchEvent(new Event('online'))
    await until('online', () => connection.connection.get().status === 'online')
    expect(performance.now() - startMs).toBeLessThan(500)
  })

  test("[CN6] sends one's own awareness alone", async () => {
    await until('online', () => connection.connection.get().status === 'online')
    const state = new TextEncoder().encode('{"who":"somebody else"}')
    server.send(encodeAwareness([{ clientId: 77, clock: 1, state }]))
    await until('the other state', () => connection.awareness.getStates().has(77))
    connection.awareness.setLocalState({ pageId: 'page:page' })
    const own = connection.doc.clientID
    await until('the own state', () => server.awarenessFrames.length >= 2)
    const ids = server.awarenessFrames.flatMap((frame) => readAwarenessEntries(frame).map(({ clientId }) => clientId))
    expect(new Set(ids)).toEqual(new Set([own]))
  })

  test('[CN7] tells who is here, and keeps notices until somebody listens', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    const person: Person = {
      ...{ participantId: 'p1', connections: [{ clientId: 1, seat: 0 }], role: 'viewer' },
      ...{ name: 'Ana', country: 'TO', organisation: null, place: null, standsFor: 1, colour: 3 },
    }
    const self = { participantId: 'p1', role: 'viewer' } as const
    server.send(encodeNotice({ code: 'read_only' }))
    server.send(encodeSession({ version: 1, self, people: [person] }))
    await until('the people', () => connection.people.get().length === 1)
    expect(connection.self.get()).toEqual(self)
    const notices: Notice[] = []
    connection.onNotice((notice) => notices.push(notice))
    expect(notices).toEqual([{ code: 'read_only' }])
  })

  test('[CN7] goes on over a message that it cannot read', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    server.send(encodeNotice({ code: 'from the future' } as never))
    change(1)
    await until('the update', () => server.updates === 1)
    server.saveAll()
    await until('saved', () => connection.saving.get().status === 'saved')
  })
})

describe('leaving the page', () => {
  test('[CN8] is asked about while changes are on their way or would be lost, and not otherwise', async () => {
    await until('online', () => connection.connection.get().status === 'online')
    const target = new EventTarget()
    const isKept = createWritable(true)
    const pictures = { states: createWritable<ReadonlyMap<string, PictureState>>(new Map()) }
    const stop = warnBeforeLeaving({ connection: createWritable(connection), pictures, isKept }, target as never)
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      target.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leave()).toBe(false)
    change(1)
    expect(leave()).toBe(true)
    server.isRefusing = true
    server.sockets.at(-1)?.terminate()
    await until('offline', () => connection.saving.get().status === 'offline')
    // It is on the device, and goes out with the next visit.
    expect(leave()).toBe(false)
    isKept.set(false)
    expect(leave()).toBe(true)
    stop()
    expect(leave()).toBe(false)
  })
})
