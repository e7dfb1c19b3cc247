import { WebSocket } from 'ws'
import { WebsocketProvider as ProviderOf3 } from 'y-websocket'
import { WebsocketProvider as ProviderOf2 } from 'y-websocket-2'
import * as Y from 'yjs'
import { type BoardRecord, type BoardRecords, openBoardRecords } from '#shared/board/board-records.ts'
import { testBoardId } from './sync-server.ts'
import { until } from './until.ts'

export const stockProviders = { '3.1': ProviderOf3, '2.1': ProviderOf2 } as const
export type StockVersion = keyof typeof stockProviders

/** An unchanged y-websocket client of the board under test. */
export type StockClient = {
  readonly doc: Y.Doc
  readonly records: BoardRecords
  readonly provider: ProviderOf3 | ProviderOf2
  read(id: string): BoardRecord | undefined
  /** Writes in one transaction, as a record's parts have to be. */
  edit(act: (records: BoardRecords) => void): void
  stop(): void
}

export async function connectStock(
  url: string,
  token: string,
  options: { readonly version?: StockVersion; readonly boardId?: string; readonly doc?: Y.Doc } = {},
): Promise<StockClient> {
  const doc = options.doc ?? new Y.Doc()
  const records = openBoardRecords(doc)
  const Provider = stockProviders[options.version ?? '3.1']
  const provider = new Provider(url, options.boardId ?? testBoardId, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as never,
  })
  await until('the first sync', () => provider.synced)
  return {
    doc,
    records,
    provider,
    read: records.read,
    edit: (act) => doc.transact(() => act(records)),
    stop() {
      provider.destroy()
      doc.destroy()
    },
  }
}
