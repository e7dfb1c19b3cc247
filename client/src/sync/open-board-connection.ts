import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { type Notice, readNotice } from '#shared/protocol/messages.ts'
import { readPace } from '#shared/protocol/pace.ts'
import { applyPackedBoard } from '#shared/protocol/pack-board.ts'
import { encodeReaction, type ReactionCounts, readReactionCounts } from '#shared/protocol/reactions.ts'
import { askServer, askWhyRefused, type FinalKind, isServerReady } from './ask-why-refused.ts'
import type { BoardConnection, ConnectionStatus } from './board-connection.ts'
import type { BoardCopy } from './board-copy.ts'
import { countSyncFrames } from './counting-socket.ts'
import { createCursorWish } from './cursor-wish.ts'
import { finalKindOf } from './final-kind.ts'
import { silentAfterMs, watchLine } from './line-state.ts'
import { createListeners } from './listeners.ts'
import { loadPieces } from './load-pieces.ts'
import { type Machine, thisMachine } from './machine.ts'
import { sendOwnAwareness } from './own-awareness.ts'
import { createWritable } from './readable.ts'
import { reconnectDelayMs } from './reconnect-delay.ts'
import { createSavingState } from './saving-state.ts'
import { holdBackUpdates, listenToServer } from './server-messages.ts'
import { createServerTime } from './server-time.ts'
import { createSessionState } from './session-state.ts'
import { createSpokenFor } from './spoken-for.ts'
import { thinCursor } from './thin-cursor.ts'
import { watchSilence } from './watch-silence.ts'
import { createWhoIsHere } from './who-is-here.ts'

export type ConnectionOptions = {
  readonly boardId: string
  /** A join token; without one the cookie says who is asking. */
  readonly token?: string
  /** Where the server is. */
  readonly origin?: string
  readonly machine?: Partial<Machine>
  /** The board as this device keeps it; without one it lasts as long as the connection. */
  readonly copy?: BoardCopy
  /** Set for the line to what this person writes alone on the board: nobody else is there, and nothing but words goes over it. */
  readonly own?: {
    /** Whether something waits here that was written when she was told that nobody will know whose it is. */
    readonly isAnonymous: () => boolean
  }
}

/** A server that starts anew answers a moment before it takes lines. */
const vainAttemptsToDoubt = 3
/** What may lie before a cursor on a slow line; it would be old when it arrives. */
const skipCursorAboveBytes = 4 * 1024
/** Between two pointers, until the server names its pace. */
const firstCursorIntervalMs = 50

/** Opens the line to a board and keeps it open until `close`, or until the server says that there is no point. */
export function openBoardConnection(options: ConnectionOptions): BoardConnection {
  const { boardId, token, copy, own } = options
  const origin = options.origin ?? window.location.origin
  const machine: Machine = { ...thisMachine(), ...options.machine }

  const doc = copy?.doc ?? new Y.Doc()
  const awareness = new Awareness(doc)
  const status = createWritable<ConnectionStatus>({ status: 'connecting' })
  // A layer may be written into before it was ever seen: only its owner does.
  const isLoaded = createWritable(own !== undefined || (copy?.isWhole ?? false))
  const savesData = createWritable(false)
  const noticeListeners = createListeners<Notice>(20)
  const reactionListeners = createListeners<ReactionCounts>(1)
  const closing = new AbortController()
  let paceMs = firstCursorIntervalMs
  let failures = 0
  let hasOpened = false
  /** Attempts in a row that did not open. */
  let vainAttempts = 0
  let blocked: { readonly isBlocked?: true } = {}

  const showStatus = (next: ConnectionStatus) => {
    // Nothing comes after a final word.
    if (status.get().status !== 'closed') status.set(next)
  }

  if (own) awareness.setLocalState(null)
  const provider = new WebsocketProvider(
    `${origin.replace(/^http/, 'ws')}/sync`,
    own ? `${boardId}/own` : boardId,
    doc,
    {
      connect: false,
      awareness,
      params: { ext: '1', ...(token ? { token } : {}) },
      // Edits passed from tab to tab would go past every rule of the server.
      disableBc: true,
      WebSocketPolyfill: countSyncFrames(
        machine.WebSocket,
        (kind, number) => saving.sent(kind, number),
        () => silence.heard(),
      ),
      shouldReconnect: ({ code }) => finalKindOf(code) === undefined,
    },
  )
  /** Before each attempt: y-websocket makes the address anew. */
  const sayAnonymous = () => {
    if (own?.isAnonymous()) provider.params.anonymous = '1'
    else delete provider.params.anonymous
  }
  const sendIfOpen = (frame: Uint8Array): boolean => {
    const { ws } = provider
    if (!provider.wsconnected || ws?.readyState !== ws?.OPEN) return false
    ws?.send(frame as Uint8Array<ArrayBuffer>)
    return true
  }

  const wish = createCursorWish(machine.document, savesData.get, sendIfOpen)
  const silence = watchSilence(provider, machine.monotonicMs)
  const stopAwareness = sendOwnAwareness(awareness, provider, sendIfOpen)
  const messages = listenToServer(provider)
  const saving = createSavingState({
    ...{ doc, copy, status, messages },
    isFromServer: (source) => source === provider,
    isConnected: () => provider.wsconnected,
  })
  const lineWatch = watchLine({ messages, send: sendIfOpen, monotonicMs: machine.monotonicMs })
  const time = createServerTime({
    deviceNowMs: machine.nowMs,
    monotonicMs: machine.monotonicMs,
    roundTripMs: () => lineWatch.line.get().roundTripMs,
  })
  const session = createSessionState({
    time,
    ask: () => askServer(machine.fetch, `${origin}/api/boards/${boardId}/session`, token, closing.signal),
  })
  const spokenFor = createSpokenFor(copy)
  const here = createWhoIsHere(messages, (message) => {
    if (message.self && !spokenFor.is(message.self.participantId)) {
      provider.shouldConnect = false
      provider.disconnect()
    }
    session.take(message)
  })
  const pieces = loadPieces({
    messages,
    apply(update) {
      applyPackedBoard(doc, update, provider)
      provider.synced = true
    },
    onBroken: () => provider.ws?.close(),
  })
  holdBackUpdates(provider, pieces.inOrder, (run) =>
    spokenFor.whenKnown(() => {
      const answer = encoding.createEncoder()
      run(answer)
      sendIfOpen(encoding.toUint8Array(answer))
    }),
  )
  messages.on(MessageType.notice, readNotice, (notice) => {
    copy?.noticed(notice)
    noticeListeners.tell(notice)
  })
  messages.on(MessageType.pace, readPace, (ms) => {
    paceMs = ms
  })

  messages.on(MessageType.reactions, readReactionCounts, reactionListeners.tell)

  const cursor = thinCursor(
    (point) => {
      if ((provider.ws?.bufferedAmount ?? 0) > skipCursorAboveBytes) return false
      sendIfOpen(encodeOwnCursor(point))
      return true
    },
    // A pointer that takes long on its way need not be told often, and lies before what is written meanwhile.
    () => Math.max(paceMs, (lineWatch.line.get().roundTripMs ?? 0) / 4),
  )

  const finish = (kind: FinalKind) => {
    showStatus({ status: 'closed', kind })
    provider.shouldConnect = false
    provider.disconnect()
  }

  /** A proxy or a firewall may let pages through and no lines: nobody would find that out by waiting. */
  const doubtWay = async () => {
    const isReady = await isServerReady(machine.fetch, origin, closing.signal)
    const now = status.get()
    if (now.status !== 'offline' || vainAttempts < vainAttemptsToDoubt) return
    blocked = isReady ? { isBlocked: true } : {}
    showStatus({ status: 'offline', retryAtMs: now.retryAtMs, ...blocked })
  }

  provider.on('status', ({ status: line }) => {
    if (line === 'connected') {
      hasOpened = true
      vainAttempts = 0
      blocked = {}
      saving.connected()
      time.restart()
      wish.connected()
      // Each answer is paid for on a poor line, and the board's own line tells how it is.
      if (!own) lineWatch.connected()
    } else if (line === 'connecting' && status.get().status === 'offline') {
      showStatus({ status: 'offline', retryAtMs: null, ...blocked })
    }
  })
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    failures = 0
    isLoaded.set(true)
    spokenFor.whenKnown(() => showStatus({ status: 'online' }))
  })
  provider.on('connection-close', (event) => {
    failures += 1
    sayAnonymous()
    const delayMs = reconnectDelayMs(failures, machine.random())
    // y-websocket waits the smaller of its own growing delay and this one; its own has no jitter.
    provider.maxBackoffTime = delayMs
    provider.wsUnsuccessfulReconnects = 30
    const retryAtMs = provider.shouldConnect ? machine.nowMs() + delayMs : null
    showStatus({ status: 'offline', retryAtMs, ...blocked })
    saving.disconnected()
    here.forget()
    spokenFor.forget()
    pieces.forget()
    lineWatch.disconnected()
    const wasRefused = event !== null && !hasOpened
    vainAttempts += hasOpened ? 0 : 1
    hasOpened = false
    if (vainAttempts >= vainAttemptsToDoubt) void doubtWay()
    if (!wasRefused) return
    void askWhyRefused(machine.fetch, `${origin}/api/boards/${boardId}`, token, closing.signal).then((kind) => {
      if (kind && !provider.wsconnected && !closing.signal.aborted) finish(kind)
    })
  })
  provider.on('closed', ({ code }) => finish(finalKindOf(code) ?? 'unreadable'))

  const reconnect = () => {
    if (status.get().status === 'closed' || closing.signal.aborted) return
    if (lineWatch.line.get().quality === 'silent' || silence.isStuck()) provider.disconnect()
    provider.connect()
  }
  /** The machine may have slept, or found another network: a line that died with it is not waited for. */
  const reconsider = () => {
    reconnect()
    // A line that is full is slow to answer, and still brings something.
    const onSilent = () => {
      if (silence.quietMs() >= silentAfterMs) reconnect()
    }
    if (!own) lineWatch.check(onSilent)
  }
  const onVisible = () => {
    wish.review()
    if (machine.document.visibilityState === 'visible') reconsider()
  }
  machine.window.addEventListener('online', reconsider)
  machine.document.addEventListener('visibilitychange', onVisible)
  sayAnonymous()
  provider.connect()

  return {
    boardId,
    keepsPlace: true,
    doc,
    awareness,
    connection: status,
    saving: saving.saving,
    tellWaiting: saving.waiting,
    isLoaded,
    loading: pieces.loading,
    line: lineWatch.line,
    people: here.people,
    self: here.self,
    session: session.session,
    votes: session.votes,
    alone: session.alone,
    serverNowMs: time.nowMs,
    publishCursor(point) {
      if (!savesData.get()) cursor.move(point)
    },
    onCursors: here.onCursors,
    react: (reaction) => !savesData.get() && sendIfOpen(encodeReaction(reaction)),
    onReactions: reactionListeners.add,
    onNotice: noticeListeners.add,
    savesData,
    saveData(on) {
      if (on) cursor.move(null)
      savesData.set(on)
      wish.review()
    },
    reconnect,
    close() {
      closing.abort()
      machine.window.removeEventListener('online', reconsider)
      machine.document.removeEventListener('visibilitychange', onVisible)
      cursor.stop()
      lineWatch.stop()
      silence.stop()
      saving.stop()
      pieces.forget()
      // Says goodbye while the line is still open.
      awareness.destroy()
      stopAwareness()
      provider.destroy()
      doc.destroy()
    },
  }
}
