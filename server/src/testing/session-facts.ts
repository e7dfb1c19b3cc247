import type { SessionCommand } from '#shared/session/commands.ts'
import type { Answer, HttpClient } from './http-client.ts'

let keys = 0
export function newKey(): string {
  keys += 1
  return `key-of-a-test-${keys}`
}

/** Somebody who says things to the session of a board. Each is new, of the version that was heard last. */
export function commanderOf(client: HttpClient, boardId: string) {
  const commands = `/api/boards/${boardId}/session/commands`
  const now = async () => (await client.get(`/api/boards/${boardId}/session`)).body.session
  return {
    now,
    say: async (command: SessionCommand): Promise<Answer> =>
      client.post(commands, { key: newKey(), version: (await now())?.version ?? 0, command }),
    send: (body: unknown): Promise<Answer> => client.post(commands, body),
  }
}

export const aStep = {
  ...{ title: { en: 'A step' }, prompt: { en: '' }, notes: { en: 'for facilitators' }, zones: [] as string[] },
  ...{ minutes: 5, mode: 'open', tools: [] as string[], isKeptToZones: false, isAnonymous: false, feeds: [] },
}
