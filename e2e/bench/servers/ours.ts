import { join } from 'node:path'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { createApi } from '../../fixtures/api.ts'
import { startAppServer } from '../../fixtures/app-server.ts'
import type { Line } from '../load/dialect.ts'
import { askMemory, type BenchServer, type LinesOptions, probeArguments } from './bench-server.ts'
import { pinnedTo, serverCore } from './pinning.ts'

/** A new client knows nothing. */
export const firstStep1 = Buffer.from(encodeSync('step1', Y.encodeStateVector(new Y.Doc()))).toString('base64')

export type OurServer = Omit<BenchServer, 'lines'> & {
  /** @param template - what the boards begin with; null: nothing. */
  lines(options: LinesOptions & { readonly template?: string | null }): Promise<readonly Line[]>
  /** How many boards are in memory. */
  liveBoards(): Promise<number>
  readRecords(boardId: string): Promise<readonly BoardRecord[]>
  readonly databasePath: string
}

const joinsAtOnce = 20

/** The server as it is built, on a data directory of its own; boards and people come in over its HTTP API. */
export async function startOurs(): Promise<OurServer> {
  const app = await startAppServer({}, { under: pinnedTo(serverCore), nodeArguments: probeArguments, hasChannel: true })
  const api = createApi(app.origin)
  const pilot = await api.createPilot('Benchmark')
  const { pid } = app.child
  if (pid === undefined) throw new Error('the server has no process')

  const newRoom = async (people: number, isStock: boolean, template: string | null): Promise<Line[]> => {
    const board = await api.createBoard({ title: 'Benchmark', template, pilotId: pilot.id })
    const { code } = await api.invite(board.id)
    const lines: Line[] = []
    for (let from = 0; from < people; from += joinsAtOnce) {
      const numbers = Array.from({ length: Math.min(joinsAtOnce, people - from) }, (_, i) => from + i)
      const joined = await Promise.all(numbers.map((number) => api.join(code, `Participant ${number}`)))
      for (const { token } of joined) {
        const address = `${app.origin.replace(/^http/, 'ws')}/sync/${board.id}?token=${token}`
        const url = isStock ? address : `${address}&ext=1`
        lines.push({ url, prefix: '', hello: [firstStep1], isSyncing: true, isExtended: !isStock })
      }
    }
    return lines
  }

  return {
    name: 'ours',
    pid,
    async lines({ people, rooms = 1, isStock = false, template = null }) {
      const lines: Line[] = []
      for (let room = 0; room < rooms; room += 1) lines.push(...(await newRoom(people, isStock, template)))
      return lines
    },
    async liveBoards() {
      const text = await (await api.send('GET', '/metrics')).text()
      return Number(/^tablecloth_live_boards (\d+)$/m.exec(text)?.[1])
    },
    async readRecords(boardId) {
      const { records } = await api.request<{ records: BoardRecord[] }>('GET', `/api/boards/${boardId}/records`)
      return records
    },
    databasePath: join(app.dataDir, 'tablecloth.sqlite'),
    memory: () => askMemory(app.child),
    stop: () => app.dispose(),
  }
}
