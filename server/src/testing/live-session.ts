import type { SessionCommand } from '#shared/session/commands.ts'
import { type SessionView, viewAfter } from '#shared/session/view.ts'
import { note } from './board-content.ts'
import { board, participant } from './facts.ts'
import { program, socketUrl } from './http-client.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { aStep, commanderOf } from './session-facts.ts'
import type { TestServer } from './start-test-server.ts'
import { until } from './until.ts'

export type LiveBoard = Awaited<ReturnType<typeof liveBoard>>

/** A board with the zones of the hybrid café, a session that the operator leads, and people who come by socket. */
export async function liveBoard(server: TestServer) {
  const { id: boardId } = await board(server, { template: 'innovation-cafe-hybrid' })
  const clients: RawClient[] = []
  const operator = commanderOf(program(server), boardId)
  const say = async (command: SessionCommand) => (await operator.say(command)).body
  return {
    ...{ boardId, operator, say },
    /** Plans a session of these steps and starts it. */
    async begin(...steps: Partial<typeof aStep>[]) {
      await program(server).post(`/api/boards/${boardId}/session`, {})
      for (const step of steps.toReversed())
        await say({ type: 'add_step', step: { ...aStep, ...step }, afterId: null } as SessionCommand)
      await say({ type: 'start' })
    },
    async come(role: 'facilitator' | 'editor' | 'viewer' = 'editor') {
      const { joined, device } = await participant(server, boardId, role)
      const client = await connectRaw(socketUrl(server), joined.token, { boardId })
      clients.push(client)
      await until('what is told of the session', () => client.sessions.length > 0)
      return { client, device, ...joined }
    },
    /** Whether the stored board has the record. */
    async has(id: string): Promise<boolean> {
      const { body } = await program(server).get(`/api/boards/${boardId}/records`)
      return body.records.some((one: { id: string }) => one.id === id)
    },
    leave() {
      for (const client of clients) client.stop()
    },
  }
}

/** The session as this line was told it. */
export function sessionOf({ sessions }: RawClient): SessionView | undefined {
  return sessions.reduce((now: SessionView | undefined, message) => {
    if (message.session === undefined) return 'people' in message ? undefined : now
    return message.session === null ? undefined : viewAfter(now, message.session)
  }, undefined)
}

/** The step that runs as this line was told it, or how the session stands. */
export function stepOf(client: RawClient): string | undefined {
  const run = sessionOf(client)?.run
  return run?.status === 'running' ? run.stepId : run?.status
}

export function noteIn(zone: string, id: string, overrides: object = {}, text = '') {
  return note(id, text, { parentId: `shape:zone-${zone}`, ...overrides })
}
