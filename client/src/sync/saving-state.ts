import type { Doc, Transaction } from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import { type RecordParts, touchedParts } from '#shared/board/record-parts.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { readSaved } from '#shared/protocol/messages.ts'
import type { ConnectionStatus, SavingStatus } from './board-connection.ts'
import type { BoardCopy } from './board-copy.ts'
import { createWritable, type Readable } from './readable.ts'
import type { ServerMessages } from './server-messages.ts'
import { createUnsavedChanges } from './unsaved-changes.ts'

/** Which of the local changes are durable, as the person is shown it. */
export interface SavingState {
  readonly saving: Readable<SavingStatus>
  connected(): void
  disconnected(): void
  /** A sync frame leaves for the server, the connection's `number`th. */
  sent(kind: 'step2' | 'update', number: number): void
  /** Ids of the records with changes that the document does not have yet. */
  waiting(recordIds: readonly string[]): void
  stop(): void
}

export function createSavingState(ports: {
  readonly doc: Doc
  readonly status: Readable<ConnectionStatus>
  readonly copy: BoardCopy | undefined
  readonly messages: ServerMessages
  readonly isFromServer: (source: unknown) => boolean
  readonly isConnected: () => boolean
}): SavingState {
  const { doc, copy, status, messages } = ports
  const unsaved = createUnsavedChanges(copy?.unsavedIds)
  const saving = createWritable<SavingStatus>({ status: 'saved' })
  let isStoreWritable = true
  let framesSent = 0

  const show = () => {
    const { count } = unsaved
    const before = saving.get()
    const next: SavingStatus['status'] =
      status.get().status !== 'online' ? 'offline' : count === 0 ? 'saved' : isStoreWritable ? 'saving' : 'not-saved'
    // The first moments on a fresh page are no loss of anything.
    if (next === 'offline' && status.get().status === 'connecting' && count === 0) return
    if (next === 'saved') saving.set(before.status === 'saved' ? before : { status: 'saved' })
    else if (before.status !== next || before.unsaved !== count) saving.set({ status: next, unsaved: count })
  }

  const records = doc.getMap(recordsMapName)
  let touched: RecordParts = new Map()
  // Runs before the update of the same transaction is told.
  const onEvents = (events: Parameters<Parameters<typeof records.observeDeep>[0]>[0], { origin }: Transaction) => {
    if (!ports.isFromServer(origin)) touched = touchedParts(records, events)
  }
  records.observeDeep(onEvents)
  // Registered after the provider's own listener: by now the update is sent, if there is a line.
  const onUpdate = (_update: Uint8Array, source: unknown) => {
    if (ports.isFromServer(source) || touched.size === 0) return
    unsaved.changed(touched.keys(), ports.isConnected() ? framesSent : undefined)
    copy?.changedHere(touched)
    touched = new Map()
    show()
  }
  doc.on('update', onUpdate)
  messages.on(MessageType.saved, readSaved, (message) => {
    isStoreWritable = message.isStoreWritable
    const durable = unsaved.saved(message.count)
    if (durable.length > 0) copy?.saved(durable)
    show()
  })
  const stopStatus = status.subscribe(show)
  // What an earlier visit could not save is not saved while the first line is still being tried.
  show()

  return {
    saving,
    connected() {
      framesSent = 0
      isStoreWritable = true
    },
    disconnected() {
      unsaved.disconnected()
      show()
    },
    sent(kind, number) {
      framesSent = number
      if (kind === 'step2') unsaved.sentAll(number)
    },
    waiting(recordIds) {
      unsaved.waiting(recordIds)
      show()
    },
    stop() {
      records.unobserveDeep(onEvents)
      doc.off('update', onUpdate)
      stopStatus()
    },
  }
}
