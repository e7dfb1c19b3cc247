import { type CursorPoint, readCursors } from '#shared/protocol/cursors.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { Person } from '#shared/protocol/messages.ts'
import { peopleAfter, readSessionMessage, type Self, type SessionMessage } from '#shared/protocol/session.ts'
import { createListeners } from './listeners.ts'
import { createWritable, type Readable } from './readable.ts'
import type { ServerMessages } from './server-messages.ts'

export type ClientCursor = { readonly clientId: number; readonly point: CursorPoint }

/** Who is on the board, as the server tells it, and where their pointers are. */
export interface WhoIsHere {
  readonly people: Readable<readonly Person[]>
  readonly self: Readable<Self | undefined>
  onCursors(listener: (cursors: readonly ClientCursor[]) => void): () => void
  /** Nobody is known to be here until the server says so again. */
  forget(): void
}

/** @param onMessage - hears the same message 101 first: it tells of the session as well. */
export function createWhoIsHere(messages: ServerMessages, onMessage: (message: SessionMessage) => void): WhoIsHere {
  const people = createWritable<readonly Person[]>([])
  const self = createWritable<Self | undefined>(undefined)
  const listeners = createListeners<readonly ClientCursor[]>(1)
  let clientIds = new Map<number, number>()

  messages.on(MessageType.session, readSessionMessage, (message) => {
    onMessage(message)
    const now = peopleAfter(people.get(), message)
    clientIds = new Map(
      now.flatMap(({ connections }) => connections.map(({ seat, clientId }) => [seat, clientId] as const)),
    )
    people.set(now)
    const before = self.get()
    const next = message.self ?? before
    if (before?.participantId !== next?.participantId || before?.role !== next?.role) self.set(next)
  })
  messages.on(MessageType.cursors, readCursors, (cursors) => {
    const known = cursors.flatMap(({ seat, point }) => {
      const clientId = clientIds.get(seat)
      // The server tells of a seat before it tells of its pointer: who is not known has just left.
      return clientId === undefined ? [] : [{ clientId, point }]
    })
    if (known.length > 0) listeners.tell(known)
  })

  return {
    people,
    self,
    onCursors: listeners.add,
    forget() {
      clientIds = new Map()
      people.set([])
    },
  }
}
