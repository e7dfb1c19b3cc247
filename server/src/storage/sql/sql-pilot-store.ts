import { sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import type { PilotSummary } from '../../domain/pilot/pilot.ts'
import type { PilotStore } from '../../domain/pilot/pilot-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { isUniqueViolation, WriteConflict } from './writer.ts'

export function createSqlPilotStore({ db, writer }: SqlDatabase): PilotStore {
  const activeBoards = sql`FROM board WHERE board.pilot_id = pilot.id
    AND board.deleted_at_ms IS NULL AND board.archived_at_ms IS NULL`
  const people = sql`FROM participant JOIN board ON board.id = participant.board_id
    WHERE board.pilot_id = pilot.id AND board.deleted_at_ms IS NULL`

  const summaries = () =>
    db
      .selectFrom('pilot')
      .selectAll('pilot')
      .select([
        sql<number>`(SELECT count(*) ${activeBoards})`.as('boardCount'),
        sql<string | null>`(SELECT board.id ${activeBoards} ORDER BY board.changed_at_ms DESC, board.id LIMIT 1)`.as(
          'latestBoardId',
        ),
        sql<number | null>`(SELECT max(board.changed_at_ms) ${activeBoards})`.as('boardChangedAtMs'),
        sql<number>`(SELECT count(*) ${people})`.as('participantCount'),
        sql<string | null>`(SELECT group_concat(DISTINCT participant.country) ${people})`.as('countryList'),
      ])

  return {
    async create(pilot) {
      try {
        await writer.write([toStatement(db.insertInto('pilot').values(pilot))])
        return true
      } catch (error) {
        if (isUniqueViolation(error)) return false
        throw error
      }
    },

    async slugsLike(slug) {
      const rows = await db
        .selectFrom('pilot')
        .select('slug')
        // Whatever follows a hyphen comes before what follows a dot, the next character: so the index is used.
        .where((where) => where.or([where('slug', '=', slug), where.between('slug', `${slug}-`, `${slug}.`)]))
        .execute()
      return new Set(rows.map((row) => row.slug))
    },

    async find(idOrSlug) {
      const rows = await summaries()
        .where((where) => where.or([where('pilot.id', '=', idOrSlug), where('pilot.slug', '=', idOrSlug)]))
        .execute()
      const row = rows.find(({ id }) => id === idOrSlug) ?? rows[0]
      return row && toSummary(row)
    },

    async list() {
      const rows = await summaries().execute()
      const all = rows.map(toSummary)
      return all.sort((a, b) => b.changedAtMs - a.changedAtMs || a.title.localeCompare(b.title))
    },

    async update(id, change) {
      try {
        await writer.write([
          toStatement(db.updateTable('pilot').set(change).where('id', '=', id), { expectedChanges: 1 }),
        ])
      } catch (cause) {
        if (cause instanceof WriteConflict) throw new DomainError('pilot_not_found', {}, { cause })
        throw cause
      }
    },
  }
}

type Row = Omit<PilotSummary, 'countries'> & { boardChangedAtMs: number | null; countryList: string | null }

function toSummary({ boardChangedAtMs, countryList, ...pilot }: Row): PilotSummary {
  return {
    ...pilot,
    changedAtMs: Math.max(pilot.changedAtMs, boardChangedAtMs ?? 0),
    countries: countryList === null ? [] : countryList.split(',').sort(),
  }
}
