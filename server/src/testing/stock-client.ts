import { WebSocket } from 'ws'
import { WebsocketProvider as ProviderOf31 } from 'y-websocket'
import { WebsocketProvider as ProviderOf2 } from 'y-websocket-2'
import { WebsocketProvider as ProviderOf30 } from 'y-websocket-3.0'
import * as Y from 'yjs'
import { type BoardRecord, type BoardRecords, openBoardRecords } from '#shared/board/board-records.ts'
import { testBoardId } from './sync-server.ts'
import { until } from './until.ts'

export const stockProviders = { '3.1': ProviderOf31, '3.0': ProviderOf30, '2.1': ProviderOf2 } as const
export type StockVersion = keyof typeof stockProviders
export const stockVersions: readonly StockVersion[] = ['3.1', '3.0', '2.1']

/** An unchanged y-websocket client of the board under test. */
export type StockClient = {
  readonly doc: Y.Doc
  readonly records: BoardRecords
  readonly provider: InstanceType<(typeof stockProviders)[StockVersion]>
  /** Of every line that has ended. */
  readonly closeCodes: readonly number[]
  read(id: string): BoardRecord | undefined
  /** Writes in one transaction, as a record's parts have to be. */
  edit(act: (records: BoardRecords) => void): void
  stop(): void
}

export async function connectStock(
  url: string,
  token: string,
  options: {
    readonly version?: StockVersion
    readonly boardId?: string
    readonly doc?: Y.Doc
    readonly isSynced?: boolean
    /** In place of a socket that does what it should. */
    readonly socket?: typeof WebSocket
  } = {},
): Promise<StockClient> {
  const doc = options.doc ?? new Y.Doc()
  const records = openBoardRecords(doc)
  const closeCodes: number[] = []
  const Socket = options.socket ?? WebSocket
  class WatchedSocket extends Socket {
    constructor(address: string) {
      super(address)
      this.on('close', (code) => void closeCodes.push(code))
    }
  }
  const Provider = stockProviders[options.version ?? '3.1']
  const provider = new Provider(url, options.boardId ?? testBoardId, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WatchedSocket as never,
  })
  if (options.isSynced ?? true) await until('the first sync', () => provider.synced)
  return {
    doc,
    records,
    provider,
    closeCodes,
    read: records.read,
    edit: (act) => doc.transact(() => act(records)),
    stop() {
      provider.destroy()
      doc.destroy()
    },
  }
}
