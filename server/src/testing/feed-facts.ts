import type { BoardRecord, BoardRecords } from '#shared/board/board-records.ts'
import { note } from './board-content.ts'
import { pilot, recordsOf } from './facts.ts'
import { program } from './http-client.ts'
import type { TestServer } from './start-test-server.ts'
import { writeOn } from './write-on.ts'

/** A board of a pilot, with what somebody has written on it. */
export async function boardWith(
  server: TestServer,
  pilotId: string,
  { title = 'A board', template = null }: { title?: string; template?: string | null },
  write: (records: BoardRecords) => void = () => undefined,
): Promise<string> {
  const { body } = await program(server).post(`/api/pilots/${pilotId}/boards`, { title, template })
  await writeOn(server, body.id, write)
  return body.id
}

/** Notes in the zone of what was chosen, one below the other: "a" is `shape:a`, which asks "How might we a?". */
export const chosen =
  (...names: readonly string[]) =>
  (records: BoardRecords): void => {
    for (const [i, name] of names.entries())
      records.put(note(`shape:${name}`, `How might we ${name}?`, { parentId: 'shape:zone-chosen', y: 300 + i * 220 }))
  }

/** Two boards of a new pilot: How Might We notes, with what somebody has written, and the sprint's Monday that they feed. */
export async function feedingBoards(server: TestServer, write?: (records: BoardRecords) => void) {
  const { id: pilotId } = await pilot(server)
  return {
    pilotId,
    from: await boardWith(server, pilotId, { title: 'HMW in Suva', template: 'how-might-we' }, write),
    to: await boardWith(server, pilotId, { title: 'Monday', template: 'design-sprint-monday-map' }),
  }
}

/** Carries things from one board to another one. */
export function carryOver(
  server: TestServer,
  { from, to }: { readonly from: string; readonly to: string },
  what: { readonly ids: unknown; readonly zone: string; readonly [more: string]: unknown },
  by = program(server),
) {
  return by.post(`/api/boards/${to}/feeds/${from}/copies`, what)
}

/** What lies in a zone. */
export async function heldIn(server: TestServer, boardId: string, zoneKey: string): Promise<BoardRecord[]> {
  return (await recordsOf(server, boardId)).filter(({ parentId }) => parentId === `shape:zone-${zoneKey}`)
}
