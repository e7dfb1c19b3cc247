import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import type { Api } from '../../fixtures/api.ts'
import type { SampleBoard } from './sample-board.ts'

export type ServerBoard = {
  readonly boardId: string
  readonly code: string
  /** The whole document, as one update. */
  readonly state: Uint8Array
}

const recordsPerUpdate = 500

/** Puts the sample on the started server, as a facilitator would who had the patience. */
export async function putOnServer(api: Api, origin: string, sample: SampleBoard): Promise<ServerBoard> {
  const board = await api.createBoard({ template: null })
  const facilitator = await api.join((await api.invite(board.id, 'facilitator')).code, 'Maker')
  const doc = new Y.Doc()
  const line = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, board.id, doc, {
    params: { token: facilitator.token },
    disableBc: true,
    // Its type is the browser's; it does what y-websocket asks of it.
    WebSocketPolyfill: WebSocket as never,
  })
  await new Promise<void>((resolve) => line.once('sync', () => resolve()))
  const records = openBoardRecords(doc)
  const wanted = [...sample.zones, ...sample.notes]
  for (let start = 0; start < wanted.length; start += recordsPerUpdate) {
    doc.transact(() => {
      for (const record of wanted.slice(start, start + recordsPerUpdate)) records.put(record)
    })
  }
  await untilStored(api, board.id, wanted.length)
  const state = Y.encodeStateAsUpdate(doc)
  line.destroy()
  doc.destroy()
  return { boardId: board.id, code: (await api.invite(board.id)).code, state }
}

async function untilStored(api: Api, boardId: string, count: number): Promise<void> {
  const signal = AbortSignal.timeout(30_000)
  while ((await api.readRecords(boardId)).length < count) signal.throwIfAborted()
}
