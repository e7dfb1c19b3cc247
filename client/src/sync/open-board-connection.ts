import type * as decoding from 'lib0/decoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type CloseKind, closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeAwareness } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import {
  type CursorPoint,
  encodeOwnCursor,
  type Notice,
  type Person,
  readCursors,
  readNotice,
  readSaved,
  readSessionMessage,
  type SessionMessage,
} from '#shared/protocol/messages.ts'
import { askWhyRefused, type FinalKind } from './ask-why-refused.ts'
import type { BoardConnection, ConnectionStatus, SavingStatus } from './board-connection.ts'
import { countSyncFrames } from './counting-socket.ts'
import { createListeners } from './listeners.ts'
import { createWritable } from './readable.ts'
import { reconnectDelayMs } from './reconnect-delay.ts'
import { thinCursor } from './thin-cursor.ts'
import { createUnsavedChanges } from './unsaved-changes.ts'

export type ConnectionOptions = {
  readonly boardId: string
  /** A join token; without one the cookie says who is asking. */
  readonly token?: string
  /** Where the server is. */
  readonly origin?: string
  /** What the machine gives; another one in tests. */
  readonly machine?: Partial<Machine>
}

type Machine = {
  readonly WebSocket: typeof WebSocket
  readonly fetch: typeof fetch
  readonly random: () => number
  readonly nowMs: () => number
  /** Tells of `online`. */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** Tells of `visibilitychange`. */
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
}

/** The server says something at least every 15 s; a line that is silent for longer has died in its sleep. */
const silentTooLongMs = 20_000
/** What may lie before a cursor on a slow line; it would be old when it arrives. */
const skipCursorAboveBytes = 4 * 1024
/** Too large for the socket itself. It would be too large again. */
const messageTooBig = 1009

/** Opens the line to a board and keeps it open until `close`, or until the server says that there is no point. */
export function openBoardConnection(options: ConnectionOptions): BoardConnection {
  const { boardId, token } = options
  const origin = options.origin ?? window.location.origin
  const machine: Machine = {
    WebSocket: globalThis.WebSocket,
    fetch: (...args) => globalThis.fetch(...args),
    random: () => Math.random(),
    nowMs: () => Date.now(),
    window: globalThis.window,
    document: globalThis.document,
    ...options.machine,
  }

  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const status = createWritable<ConnectionStatus>({ status: 'connecting' })
  const saving = createWritable<SavingStatus>({ status: 'saved' })
  const isLoaded = createWritable(false)
  const people = createWritable<readonly Person[]>([])
  const self = createWritable<SessionMessage['self'] | undefined>(undefined)
  const cursorListeners = createListeners<readonly { clientId: number; point: CursorPoint }[]>(1)
  const noticeListeners = createListeners<Notice>(20)
  const unsaved = createUnsavedChanges()
  const closing = new AbortController()
  let isStoreWritable = true
  let framesSent = 0
  let failures = 0
  let hasOpened = false

  const showSaving = () => {
    const { count } = unsaved
    const before = saving.get()
    const next: SavingStatus['status'] =
      status.get().status !== 'online' ? 'offline' : count === 0 ? 'saved' : isStoreWritable ? 'saving' : 'not-saved'
    // The first moments on a fresh page are no loss of anything.
    if (next === 'offline' && status.get().status === 'connecting' && count === 0) return
    if (next === 'saved') saving.set(before.status === 'saved' ? before : { status: 'saved' })
    else if (before.status !== next || before.unsaved !== count) saving.set({ status: next, unsaved: count })
  }
  const showStatus = (next: ConnectionStatus) => {
    // Nothing comes after a final word.
    if (status.get().status === 'closed') return
    status.set(next)
    showSaving()
  }

  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, boardId, doc, {
    connect: false,
    awareness,
    params: { ext: '1', ...(token ? { token } : {}) },
    // Edits passed from tab to tab would go past every rule of the server.
    disableBc: true,
    WebSocketPolyfill: countSyncFrames(machine.WebSocket, (kind, number) => {
      framesSent = number
      if (kind === 'step2') unsaved.sentAll(number)
    }),
    shouldReconnect: ({ code }) => finalKindOf(code) === undefined,
  })

  const sendIfOpen = (frame: Uint8Array): boolean => {
    const { ws } = provider
    if (!provider.wsconnected || ws?.readyState !== ws?.OPEN) return false
    ws?.send(frame as Uint8Array<ArrayBuffer>)
    return true
  }

  // y-websocket sends everybody's awareness back to the server, which knows it: with a hundred people that is most of
  // what a client would send.
  awareness.off('update', provider._awarenessUpdateHandler)
  const onAwareness = (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
    const own = awareness.clientID
    if (!Object.values(changes).some((ids) => ids.includes(own))) return
    const clock = awareness.meta.get(own)?.clock
    if (clock === undefined) return
    const state = new TextEncoder().encode(JSON.stringify(awareness.getLocalState()))
    sendIfOpen(encodeAwareness([{ clientId: own, clock, state }]))
  }
  awareness.on('update', onAwareness)

  // Registered after the provider's own listener: by now the update is sent, if there is a line.
  const onUpdate = (_update: Uint8Array, source: unknown) => {
    if (source === provider) return
    unsaved.changed(provider.wsconnected ? framesSent : undefined)
    showSaving()
  }
  doc.on('update', onUpdate)

  const cursor = thinCursor(
    (point) => {
      if ((provider.ws?.bufferedAmount ?? 0) > skipCursorAboveBytes) return false
      sendIfOpen(encodeOwnCursor(point))
      return true
    },
    () => people.get().length,
  )

  /** A message that this version cannot read is from a newer server: better without it than without the board. */
  const on = <T>(type: number, read: (decoder: decoding.Decoder) => T, take: (message: T) => void) => {
    provider.messageHandlers[type] = (_encoder, decoder) => {
      let message: T
      try {
        message = read(decoder)
      } catch {
        return
      }
      take(message)
    }
  }
  on(MessageType.saved, readSaved, (message) => {
    isStoreWritable = message.isStoreWritable
    unsaved.saved(message.count)
    showSaving()
  })
  on(MessageType.session, readSessionMessage, (message) => {
    people.set(message.people)
    const before = self.get()
    if (before?.participantId !== message.self.participantId || before.role !== message.self.role)
      self.set(message.self)
  })
  on(MessageType.notice, readNotice, noticeListeners.tell)
  on(MessageType.cursors, readCursors, cursorListeners.tell)

  const finish = (kind: FinalKind) => {
    showStatus({ status: 'closed', kind })
    provider.shouldConnect = false
    provider.disconnect()
  }

  provider.on('status', ({ status: line }) => {
    if (line === 'connected') {
      hasOpened = true
      framesSent = 0
      isStoreWritable = true
    } else if (line === 'connecting' && status.get().status === 'offline') {
      showStatus({ status: 'offline', retryAtMs: null })
    }
  })
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    failures = 0
    isLoaded.set(true)
    showStatus({ status: 'online' })
  })
  provider.on('connection-close', (event) => {
    failures += 1
    const delayMs = reconnectDelayMs(failures, machine.random())
    // y-websocket waits the smaller of its own growing delay and this one; its own has no jitter.
    provider.maxBackoffTime = delayMs
    provider.wsUnsuccessfulReconnects = 30
    unsaved.disconnected()
    people.set([])
    showStatus({ status: 'offline', retryAtMs: provider.shouldConnect ? machine.nowMs() + delayMs : null })
    const wasRefused = event !== null && !hasOpened
    hasOpened = false
    if (!wasRefused) return
    void askWhyRefused(machine.fetch, `${origin}/api/boards/${boardId}`, token, closing.signal).then((kind) => {
      if (kind && !provider.wsconnected && !closing.signal.aborted) finish(kind)
    })
  })
  provider.on('closed', ({ code }) => finish(finalKindOf(code) ?? 'unreadable'))

  const reconnect = () => {
    if (status.get().status === 'closed' || closing.signal.aborted) return
    const isSilent = machine.nowMs() - provider.wsLastMessageReceived > silentTooLongMs
    if (provider.wsconnected && isSilent) provider.disconnect()
    provider.connect()
  }
  const onVisible = () => {
    if (machine.document.visibilityState === 'visible') reconnect()
  }
  machine.window.addEventListener('online', reconnect)
  machine.document.addEventListener('visibilitychange', onVisible)
  provider.connect()

  return {
    boardId,
    doc,
    awareness,
    connection: status,
    saving,
    isLoaded,
    people,
    self,
    publishCursor: cursor.move,
    onCursors: cursorListeners.add,
    onNotice: noticeListeners.add,
    reconnect,
    close() {
      closing.abort()
      machine.window.removeEventListener('online', reconnect)
      machine.document.removeEventListener('visibilitychange', onVisible)
      cursor.stop()
      doc.off('update', onUpdate)
      // Says goodbye while the line is still open.
      awareness.destroy()
      awareness.off('update', onAwareness)
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Codes after which coming back is of no use. */
function finalKindOf(code: number): CloseKind | undefined {
  if (code === messageTooBig) return 'tooLarge'
  if (code < 4400 || code > 4499) return undefined
  const kinds = Object.keys(closeCodes) as CloseKind[]
  return kinds.find((kind) => closeCodes[kind].code === code) ?? 'unreadable'
}
