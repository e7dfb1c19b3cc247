import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { DomainError } from '#shared/errors.ts'
import type { BoardState } from '#shared/http/boards.ts'
import { deletedBoardKeptDays } from '#shared/limits.ts'
import type { Clock } from '../clock.ts'
import type { PilotStore } from '../pilot/pilot-store.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { BoardSummary } from './board.ts'
import type { BoardChange, BoardStore } from './board-store.ts'

const dayMs = 24 * 60 * 60 * 1_000

/** What a board can begin from. */
export interface TemplateSource {
  /**
   * @param version - the newest where nothing is said
   * @returns undefined for an unknown template.
   */
  find(
    id: string,
    version?: number | null,
  ): Promise<{ readonly version: number; readonly records: readonly BoardRecord[] } | undefined>
}
export type Boards = ReturnType<typeof createBoards>

export function createBoards(ports: {
  store: BoardStore
  pilots: PilotStore
  templates: TemplateSource
  rooms: Pick<RoomRegistry, 'disconnect' | 'disconnectEverywhere'>
  secrets: Secrets
  clock: Clock
}) {
  const { store, pilots, templates, rooms, secrets, clock } = ports

  /** @throws {DomainError} `board_not_found` */
  async function get(id: string): Promise<BoardSummary> {
    const board = await store.get(id)
    if (!board) throw new DomainError('board_not_found')
    return board
  }

  async function change(id: string, fields: BoardChange): Promise<BoardSummary> {
    await store.update(id, fields)
    return get(id)
  }

  async function add(
    pilotId: string,
    title: string,
    began: Pick<BoardSummary, 'template' | 'templateVersion'>,
    update: Uint8Array,
  ): Promise<BoardSummary> {
    const id = secrets.newId()
    const nowMs = clock.nowMs()
    await store.create(
      {
        ...{ id, pilotId, title, ...began, createdAtMs: nowMs, changedAtMs: nowMs, changedBy: null },
        ...{ archivedAtMs: null, deletedAtMs: null, isDoorLocked: false },
      },
      update,
    )
    return get(id)
  }

  return {
    get,

    /** @throws {DomainError} `pilot_not_found` */
    async list(pilotIdOrSlug: string, state: BoardState): Promise<readonly BoardSummary[]> {
      return store.listByPilot((await findPilot(pilotIdOrSlug)).id, state)
    },

    /** @throws {DomainError} `pilot_not_found`, `template_not_found` */
    async create(
      pilotIdOrSlug: string,
      { title, template }: { title: string; template: string | null },
    ): Promise<BoardSummary> {
      const pilot = await findPilot(pilotIdOrSlug)
      const found = template === null ? undefined : await templates.find(template)
      if (template !== null && !found) throw new DomainError('template_not_found')
      const began = { template, templateVersion: found?.version ?? null }
      return add(pilot.id, title, began, encodeNewBoard(found?.records ?? []))
    },

    /**
     * A board that was made elsewhere.
     *
     * @param update - the first of its log: all that is on it, as `encodeNewBoard` makes it
     * @throws {DomainError} `pilot_not_found`
     */
    async bring(pilotIdOrSlug: string, title: string, update: Uint8Array): Promise<BoardSummary> {
      const pilot = await findPilot(pilotIdOrSlug)
      return add(pilot.id, title, { template: null, templateVersion: null }, update)
    },

    /** @throws {DomainError} `board_not_found` */
    update(id: string, { title, isArchived, isDoorLocked }: BoardUpdate): Promise<BoardSummary> {
      return change(id, {
        ...(title === undefined ? {} : { title }),
        ...(isArchived === undefined ? {} : { archivedAtMs: isArchived ? clock.nowMs() : null }),
        ...(isDoorLocked === undefined ? {} : { isDoorLocked }),
      })
    },

    /** People on it are told and leave; it can be brought back for 30 days. @throws {DomainError} `board_not_found` */
    async delete(id: string): Promise<void> {
      await store.update(id, { deletedAtMs: clock.nowMs() })
      rooms.disconnect(id, 'deleted', () => true)
    },

    /** @throws {DomainError} `board_not_found` */
    restore: (id: string) => change(id, { deletedAtMs: null }),

    /** Ends for good what was deleted too long ago to be brought back. @returns how many boards. */
    purge: () => store.purgeDeletedBefore(clock.nowMs() - deletedBoardKeptDays * dayMs),

    /** The sign-ins of an account are over, all or all but one: who came by them leaves every board. */
    disconnectAccount(accountId: string, keptSignInHash?: string): void {
      rooms.disconnectEverywhere(
        'noAccess',
        (member) => member.accountId === accountId && member.signInHash !== keptSignInHash,
      )
    },

    /** One sign-in is over. */
    disconnectSignIn(signInHash: string): void {
      rooms.disconnectEverywhere('noAccess', (member) => member.signInHash === signInHash)
    },
  }

  async function findPilot(idOrSlug: string) {
    const pilot = await pilots.find(idOrSlug)
    if (!pilot) throw new DomainError('pilot_not_found')
    return pilot
  }
}

export type BoardUpdate = {
  title?: string | undefined
  isArchived?: boolean | undefined
  isDoorLocked?: boolean | undefined
}
