import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import type { Person, Role } from '#shared/protocol/messages.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { createWritable } from '../../sync/readable.ts'

export type TestPerson = { readonly name: string; readonly role: Role; readonly colour: number }

type CursorListener = (cursors: readonly { clientId: number; point: CursorPoint }[]) => void

/** People on one board, in one page, without a server: what one writes the others have at once. */
export function connectPeople(people: readonly TestPerson[], templateRecords: readonly BoardRecord[]) {
  const first = encodeNewBoard(templateRecords)
  const docs = people.map(() => new Y.Doc())
  const awarenesses = docs.map((doc) => new Awareness(doc))
  const listeners = people.map(() => new Set<CursorListener>())
  const here: Person[] = people.map(({ name, role, colour }, i) => ({
    participantId: `participant-${i}`,
    connections: [{ clientId: docs[i]?.clientID ?? 0, seat: i }],
    ...{ name, role, colour },
    country: null,
    organisation: null,
    place: null,
    standsFor: 1,
  }))
  for (const doc of docs) Y.applyUpdate(doc, first)
  for (const [i, doc] of docs.entries()) {
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (!transaction.local) return
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'network')
    })
    awarenesses[i]?.on('update', (changes: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
      if (origin === 'network') return
      const own = awarenesses[i]
      if (!own) return
      const update = encodeAwarenessUpdate(own, [...changes.added, ...changes.updated, ...changes.removed])
      for (const other of awarenesses) if (other !== own) applyAwarenessUpdate(other, update, 'network')
    })
  }
  return docs.map((doc, i): BoardConnection => {
    const awareness = awarenesses[i]
    const own = listeners[i]
    const person = people[i]
    if (!awareness || !own || !person) throw new Error('A test person is missing.')
    return {
      ...connectDoc(doc, person.role, awareness),
      people: createWritable<readonly Person[]>(here),
      self: createWritable<{ participantId: string; role: Role } | undefined>({
        participantId: `participant-${i}`,
        role: person.role,
      }),
      publishCursor(point) {
        for (const other of listeners) {
          if (other === own) continue
          for (const listener of other) listener([{ clientId: doc.clientID, point }])
        }
      },
      onCursors(listener) {
        own.add(listener)
        return () => own.delete(listener)
      },
    }
  })
}

/** A connection that is loaded and goes nowhere: whoever holds the document moves its updates. */
export function connectDoc(doc: Y.Doc, role: Role, awareness: Awareness = new Awareness(doc)): BoardConnection {
  return {
    boardId: 'test-board',
    keepsPlace: true,
    ...{ doc, awareness },
    connection: createWritable({ status: 'online' } as const),
    saving: createWritable({ status: 'saved' } as const),
    tellWaiting: () => undefined,
    isLoaded: createWritable(true),
    people: createWritable<readonly Person[]>([]),
    session: createWritable(undefined),
    votes: createWritable(undefined),
    alone: createWritable({}),
    serverNowMs: () => Date.now(),
    self: createWritable<{ participantId: string; role: Role } | undefined>({ participantId: 'participant', role }),
    publishCursor: () => undefined,
    onCursors: () => () => undefined,
    react: () => true,
    onReactions: () => () => undefined,
    loading: createWritable(undefined),
    line: createWritable({ roundTripMs: undefined, quality: 'good' } as const),
    savesData: createWritable(false),
    saveData: () => undefined,
    onNotice: () => () => undefined,
    reconnect: () => undefined,
    close: () => undefined,
  }
}
