import { createTLStore, type TLStore } from 'tldraw'
import { boardSchema } from '#shared/board/record-schema.ts'
import type { BoardConnection } from '../sync/board-connection.ts'
import { bindStore, type StoreBinding } from './binding/bind-store.ts'
import { roundInkInStore } from './binding/round-ink.ts'
import { createBoardAssetStore } from './files/board-asset-store.ts'
import { type FieldHistory, keepHistoryByField } from './history/keep-history-by-field.ts'
import { createMergingText, type MergingTextHost } from './text/merging-text.ts'

/** A board's store, bound to its document, before there is an editor to show it. */
export interface BoardStore {
  readonly store: TLStore
  readonly binding: StoreBinding
  readonly history: FieldHistory
  readonly textHost: MergingTextHost
  readonly textOptions: ReturnType<typeof createMergingText>
  close(): void
}

/**
 * Call it once the connection is loaded.
 *
 * @param previewOf - A picture that is here already.
 */
export function openBoardStore(
  connection: BoardConnection,
  boardId: string,
  previewOf: (assetId: string) => string | undefined,
): BoardStore {
  const store = createTLStore({ schema: boardSchema, assets: createBoardAssetStore(boardId, previewOf) })
  roundInkInStore(store)
  const binding = bindStore(store, connection.doc, connection.tellWaiting)
  const history = keepHistoryByField(store, binding.foreign, binding.homes.mayChange, binding.flushOutbound)
  const textHost: MergingTextHost = { editor: undefined, label: '', binding }
  return {
    ...{ store, binding, history, textHost },
    textOptions: createMergingText(textHost),
    close() {
      binding.close()
      store.dispose()
    },
  }
}
