import { join } from 'node:path'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { type Api, createApi } from '../../fixtures/api.ts'
import { startAppServer } from '../../fixtures/app-server.ts'
import type { Line } from '../load/dialect.ts'
import { askMemory, type BenchServer, probeArguments, startArguments } from './bench-server.ts'
import { pinnedTo, serverCore } from './pinning.ts'

/** A new client knows nothing. */
export const firstStep1 = Buffer.from(encodeSync('step1', Y.encodeStateVector(new Y.Doc()))).toString('base64')

/** Somebody who has come in, and her line to the board. */
export type Guest = { readonly participantId: string; readonly token: string; readonly line: Line }

export type Room = {
  readonly boardId: string
  readonly people: readonly Guest[]
  joinAs(role: Role, name: string): Promise<Guest>
}

export type OurServer = BenchServer & {
  readonly origin: string
  readonly api: Api
  /** A board of its own with people who have joined it. @param template - what it begins with; null: nothing. */
  room(options: { people: number; isStock?: boolean; template: string | null }): Promise<Room>
  /** How many boards are in memory. */
  liveBoards(): Promise<number>
  readRecords(boardId: string): Promise<readonly BoardRecord[]>
  readonly databasePath: string
}

const joinsAtOnce = 20

/** The server as it is built, on a data directory of its own; boards and people come in over its HTTP API. */
export async function startOurs(): Promise<OurServer> {
  const app = await startAppServer(
    {},
    { under: pinnedTo(serverCore), nodeArguments: [...startArguments, ...probeArguments], hasChannel: true },
  )
  const api = createApi(app.origin)
  const pilot = await api.createPilot('Benchmark')
  const { pid } = app.child
  if (pid === undefined) throw new Error('the server has no process')

  const room: OurServer['room'] = async ({ people: count, isStock = false, template }) => {
    const { id: boardId } = await api.createBoard({ title: 'Benchmark', template, pilotId: pilot.id })
    const enter = async (code: string, name: string): Promise<Guest> => {
      const { token, participantId } = await api.join(code, name)
      const address = `${app.origin.replace(/^http/, 'ws')}/sync/${boardId}?token=${token}`
      const url = isStock ? address : `${address}&ext=1`
      return {
        participantId,
        token,
        line: { url, prefix: '', hello: [firstStep1], isSyncing: true, isExtended: !isStock },
      }
    }
    const { code } = await api.invite(boardId)
    const people: Guest[] = []
    for (let from = 0; from < count; from += joinsAtOnce) {
      const numbers = Array.from({ length: Math.min(joinsAtOnce, count - from) }, (_, i) => from + i)
      people.push(...(await Promise.all(numbers.map((number) => enter(code, `Participant ${number}`)))))
    }
    return { boardId, people, joinAs: async (role, name) => enter((await api.invite(boardId, role)).code, name) }
  }

  return {
    name: 'ours',
    pid,
    origin: app.origin,
    api,
    room,
    async lines({ people, rooms = 1, isStock = false }) {
      const lines: Line[] = []
      for (let made = 0; made < rooms; made += 1) {
        const { people: guests } = await room({ people, isStock, template: null })
        lines.push(...guests.map(({ line }) => line))
      }
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
