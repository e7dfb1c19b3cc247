import { encodeSync, SyncType } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { SessionMessage } from '#shared/protocol/session.ts'
import { type Line, messageTypes } from './dialect.ts'
import { type LightSocket, openLightSocket } from './light-socket.ts'
import { readAwareness, readCursors } from './presence.ts'
import { Varints } from './varints.ts'

/** One person of the crowd: a line, and what is told of what comes over it. */
export type Person = {
  readonly index: number
  readonly socket: LightSocket
  /** The code it was closed with; undefined while it is open. */
  readonly closedWith: number | undefined
  /** What had come over the wire when it joined, and how long that took; undefined before. */
  readonly join: { readonly ms: number; readonly bytes: number } | undefined
  /** How long to wait from one pointer to the next, as the server says; 0 while it has not. */
  readonly paceMs: number
  /** When the answer to step 1 was there, in one piece or in many; where nobody answers, when the line was open. */
  readonly joined: Promise<void>
  send(frame: Uint8Array): void
}

/** What the benchmark reads of message 101; what is missing is as it was. */
export type News = Pick<SessionMessage, 'session' | 'votes' | 'alone'>

export type PersonEvents = {
  onPresence?(receiver: number, person: number, number: number, nowMs: number): void
  /** An update or a step 2. The bytes are valid during the call. */
  onUpdate?(receiver: number, update: Buffer, nowMs: number): void
  /** A part of the whole board, gzipped; its bytes are valid during the call. */
  onPiece?(receiver: number, piece: { readonly from: number; readonly total: number; readonly bytes: Buffer }): void
  /** A message 101: what is new of the session, of votes and of what people write alone. */
  onNews?(receiver: number, news: News, nowMs: number): void
  /** How many of this person's own sync messages are durable. */
  onSaved?(receiver: number, count: number, nowMs: number): void
}

export function openPerson(index: number, line: Line, events: PersonEvents): Person {
  const prefix = Buffer.from(line.prefix, 'base64')
  let closedWith: number | undefined
  let paceMs = 0
  let join: Person['join']
  const startedAt = performance.now()
  let onJoined = () => {}
  let onFailed = (_: Error) => {}
  const joined = new Promise<void>((resolve, reject) => {
    onJoined = () => {
      join ??= { ms: performance.now() - startedAt, bytes: socket.bytesRead }
      resolve()
    }
    onFailed = reject
  })
  joined.catch(() => undefined)

  let nowMs = 0
  const seen = (person: number, number: number) => events.onPresence?.(index, person, number, nowMs)

  const onSync = (from: Varints) => {
    const type = from.uint()
    if (type === SyncType.step1) return
    events.onUpdate?.(index, from.takeBytes(), nowMs)
    if (type === SyncType.step2) onJoined()
  }

  const onPiece = (from: Varints) => {
    const start = from.uint()
    const total = from.uint()
    const bytes = from.takeBytes()
    events.onPiece?.(index, { from: start, total, bytes })
    if (start + bytes.length === total) onJoined()
  }

  const socket = openLightSocket(line.url, {
    isReadWhole: events.onUpdate !== undefined,
    onOpen() {
      for (const message of line.hello) socket.send(Buffer.from(message, 'base64'))
      if (!line.isSyncing) onJoined()
    },
    onMessage(payload) {
      nowMs = performance.now()
      const from = new Varints(payload, prefix.length)
      switch (from.uint()) {
        case messageTypes.sync:
        case messageTypes.syncReply:
          onSync(from)
          return
        case messageTypes.awareness:
          readAwareness(from, seen)
          return
        case MessageType.cursors:
          readCursors(from, seen)
          return
        case MessageType.saved:
          events.onSaved?.(index, from.uint(), nowMs)
          return
        case MessageType.session: {
          if (events.onNews) events.onNews(index, JSON.parse(from.takeBytes().toString()), nowMs)
          return
        }
        case MessageType.pace:
          paceMs = from.uint()
          return
        case MessageType.piece:
          onPiece(from)
          return
      }
    },
    onClose(code) {
      closedWith = code
      onFailed(new Error(`the server closed line ${index} with ${code}`))
    },
  })

  return {
    index,
    socket,
    get closedWith() {
      return closedWith
    },
    get join() {
      return join
    },
    get paceMs() {
      return paceMs
    },
    joined,
    send: (frame) => socket.send(prefix.length > 0 ? Buffer.concat([prefix, frame]) : frame),
  }
}

const joinsAtOnce = 20

/** Lets people in, a few at a time: a crowd that comes all at once is another scenario. */
export async function openCrowd(lines: readonly Line[], events: PersonEvents): Promise<Person[]> {
  const people: Person[] = []
  for (let from = 0; from < lines.length; from += joinsAtOnce) {
    const group = lines.slice(from, from + joinsAtOnce).map((line, i) => openPerson(from + i, line, events))
    people.push(...group)
    await Promise.all(group.map(({ joined }) => joined))
  }
  return people
}

export function sendUpdate(person: Person, update: Uint8Array | undefined): void {
  if (update) person.send(encodeSync('update', update))
}
