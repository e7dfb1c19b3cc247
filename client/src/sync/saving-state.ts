import type { Doc } from 'yjs'
import { MessageType } from '#shared/protocol/message-types.ts'
import { readSaved } from '#shared/protocol/messages.ts'
import type { ConnectionStatus, SavingStatus } from './board-connection.ts'
import { createWritable, type Readable } from './readable.ts'
import type { ServerMessages } from './server-messages.ts'
import type { UnsavedChanges } from './unsaved-changes.ts'

/** Which of the local changes are durable, as the person is shown it. */
export interface SavingState {
  readonly saving: Readable<SavingStatus>
  connected(): void
  disconnected(): void
  /** A sync frame leaves for the server, the connection's `number`th. */
  sent(kind: 'step2' | 'update', number: number): void
  stop(): void
}

export function createSavingState(ports: {
  readonly doc: Doc
  readonly status: Readable<ConnectionStatus>
  readonly unsaved: UnsavedChanges
  readonly messages: ServerMessages
  /** Whether a change came from the server or this device's copy, and is not one to be saved. */
  readonly isKnown: (source: unknown) => boolean
  readonly isConnected: () => boolean
}): SavingState {
  const { doc, status, unsaved, messages } = ports
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

  // Registered after the provider's own listener: by now the update is sent, if there is a line.
  const onUpdate = (_update: Uint8Array, source: unknown) => {
    if (ports.isKnown(source)) return
    unsaved.changed(ports.isConnected() ? framesSent : undefined)
    show()
  }
  doc.on('update', onUpdate)
  messages.on(MessageType.saved, readSaved, (message) => {
    isStoreWritable = message.isStoreWritable
    unsaved.saved(message.count)
    show()
  })
  const stopStatus = status.subscribe(show)

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
    stop() {
      doc.off('update', onUpdate)
      stopStatus()
    },
  }
}
