import { type Kysely, type Selectable, sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import { maxVotesOfBoard } from '#shared/limits.ts'
import { firstSuperSlot } from '#shared/session/votes/budget.ts'
import { voteResultSchema } from '#shared/session/votes/round.ts'
import type { Ballot } from '#shared/session/votes/tally.ts'
import { voteSetupSchema } from '#shared/session/votes/vote-setup.ts'
import type { NewDot, NewRound, StoredRound, VoteStore } from '../../domain/vote/vote-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { type Tables, toBit, type VoteRoundTable } from './tables.ts'
import { isForeignKeyViolation, isUniqueViolation, type Statement, WriteConflict } from './writer.ts'

const once = { expectedChanges: 1 }

export function createSqlVoteStore({ db, writer }: SqlDatabase): VoteStore {
  const rounds = () => db.selectFrom('voteRound').selectAll()

  const findByKey = async (boardId: string, key: string): Promise<StoredRound | undefined> => {
    const row = await rounds().where('boardId', '=', boardId).where('key', '=', key).executeTakeFirst()
    return row && toRound(row)
  }

  /** @returns false when a row was not as the statements expect it: nothing was written. */
  const writeIfSo = async (statements: readonly Statement[]): Promise<boolean> => {
    try {
      await writer.write(statements)
      return true
    } catch (cause) {
      if (cause instanceof WriteConflict || isUniqueViolation(cause)) return false
      throw cause
    }
  }

  const touch = (roundId: string) =>
    db
      .updateTable('voteRound')
      .set({ touches: sql`touches + 1` })
      .where('id', '=', roundId)
      .where('closedAtMs', 'is', null)

  return {
    async open(round) {
      const { key, boardId } = round
      try {
        await writer.write([insertRound(round)])
      } catch (cause) {
        if (isForeignKeyViolation(cause)) throw new DomainError('board_not_found', {}, { cause })
        if (!(cause instanceof WriteConflict) && !isUniqueViolation(cause)) throw cause
        const known = await findByKey(boardId, key)
        if (known) return known
        throw new DomainError(cause instanceof WriteConflict ? 'too_many_votes' : 'vote_is_open', {}, { cause })
      }
      const opened = await findByKey(boardId, key)
      if (!opened) throw new DomainError('board_not_found')
      return opened
    },

    async find(boardId, id) {
      const row = await rounds().where('boardId', '=', boardId).where('id', '=', id).executeTakeFirst()
      return row && toRound(row)
    },

    async findOpen(boardId) {
      const row = await rounds().where('boardId', '=', boardId).where('closedAtMs', 'is', null).executeTakeFirst()
      return row && toRound(row)
    },

    async list(boardId) {
      return (await rounds().where('boardId', '=', boardId).orderBy('number', 'desc').execute()).map(toRound)
    },

    async listOpen() {
      return (await rounds().where('closedAtMs', 'is', null).execute()).map(toRound)
    },

    given: (roundId) =>
      // In one transaction: dots and what counts their changes must be of the same moment.
      db.transaction().execute(async (at) => {
        const round = await at.selectFrom('voteRound').select('touches').where('id', '=', roundId).executeTakeFirst()
        const dots = await at.selectFrom('voteDot').selectAll().where('roundId', '=', roundId).execute()
        const voters = await at.selectFrom('voteVoter').selectAll().where('roundId', '=', roundId).execute()
        return {
          touches: round?.touches ?? 0,
          dots: dots.map(({ participantId, slot, targetId, x, y }) => ({
            ...{ participantId, slot, targetId },
            point: x === null || y === null ? null : { x, y },
          })),
          ballots: voters.map(({ participantId, name, weight, joinedLater, isLeftOut }) => ({
            ...{ participantId, name, weight },
            joinedLater: joinedLater === 1,
            isLeftOut: isLeftOut === 1,
          })),
        }
      }),

    putDot: (dot) => writeIfSo([upsertVoter(db, dot), insertDot(dot), toStatement(touch(dot.roundId), once)]),

    removeDot: (roundId, participantId, slot, atMs) =>
      writeIfSo([
        toStatement(
          touch(roundId).where((where) => where.or([where('closesAtMs', 'is', null), where('closesAtMs', '>', atMs)])),
          once,
        ),
        toStatement(
          db
            .deleteFrom('voteDot')
            .where('roundId', '=', roundId)
            .where('participantId', '=', participantId)
            .where('slot', '=', slot),
        ),
      ]),

    leaveOut: (roundId, ballot) =>
      writeIfSo([toStatement(touch(roundId), once), toStatement(upsertBallot(db, roundId, ballot))]),

    close: (roundId, { touches, atMs, result, isSecret }) =>
      writeIfSo([
        toStatement(
          db
            .updateTable('voteRound')
            .set({ closedAtMs: atMs, result: JSON.stringify(result) })
            .where('id', '=', roundId)
            .where('closedAtMs', 'is', null)
            .where('touches', '=', touches),
          once,
        ),
        // Overwritten in the file, too, as all that the writer deletes.
        ...(isSecret ? [toStatement(db.deleteFrom('voteDot').where('roundId', '=', roundId))] : []),
      ]),

    revise: (roundId, revision, result, ballot) =>
      writeIfSo([
        toStatement(
          db
            .updateTable('voteRound')
            .set({ result: JSON.stringify(result), revision: revision + 1 })
            .where('id', '=', roundId)
            .where('closedAtMs', 'is not', null)
            .where('revision', '=', revision),
          once,
        ),
        toStatement(upsertBallot(db, roundId, ballot)),
      ]),
  }
}

/** With the board's next number, while there are not too many. */
function insertRound({ boardId, key, setup, ...round }: NewRound): Statement {
  const { dots, decider, severalOnOne } = setup
  const values = [
    ...[round.id, boardId, key, round.title, JSON.stringify(setup), dots, decider?.superVotes ?? 0],
    ...[decider?.participantId ?? null, toBit(!severalOnOne), round.sessionId, round.stepId],
    ...[round.openedAtMs, round.openedByName, round.closesAtMs],
  ]
  return {
    sql: `INSERT INTO vote_round (id, board_id, key, title, setup, dots, super_votes, decider_id, is_one_each,
        session_id, step_id, opened_at_ms, opened_by_name, closes_at_ms, number)
      SELECT ${values.map(() => '?').join(', ')}, coalesce(max(number), 0) + 1 FROM vote_round WHERE board_id = ?
      HAVING count(*) < ?`,
    parameters: [...values, boardId, maxVotesOfBoard],
    expectedChanges: 1,
  }
}

/** Checks and inserts at once: what comes from two tabs at the same moment comes here one after the other. */
function insertDot({ roundId, dot, kind, atMs, voter }: NewDot): Statement {
  const { participantId, slot, targetId, point } = dot
  return {
    sql: `INSERT INTO vote_dot (round_id, participant_id, slot, target_id, x, y, at_ms, is_one_each)
      SELECT id, ?, ?, ?, ?, ?, ?, CASE WHEN ? = 'dot' AND ? = 1 THEN is_one_each ELSE 0 END FROM vote_round
      WHERE id = ? AND closed_at_ms IS NULL AND (closes_at_ms IS NULL OR closes_at_ms > ?)
        AND CASE ? WHEN 'dot' THEN ? < dots * ? ELSE decider_id = ? AND ? < ${firstSuperSlot} + super_votes END
        AND (is_one_each = 0 OR ? <> 'dot' OR ? > (SELECT count(*) FROM vote_dot
          WHERE round_id = vote_round.id AND participant_id = ? AND target_id = ? AND slot < ${firstSuperSlot}))
        AND NOT EXISTS (SELECT 1 FROM vote_voter
          WHERE round_id = vote_round.id AND participant_id = ? AND is_left_out = 1)
        AND NOT EXISTS (SELECT 1 FROM participant WHERE id = ? AND removed_at_ms IS NOT NULL)`,
    parameters: [
      ...[participantId, slot, targetId, point?.x ?? null, point?.y ?? null, atMs, kind, voter.weight],
      ...[roundId, atMs, kind, slot, voter.weight, participantId, slot],
      ...[kind, voter.weight, participantId, targetId, participantId, participantId],
    ],
    expectedChanges: 1,
  }
}

function upsertVoter(db: Kysely<Tables>, { roundId, dot, voter }: NewDot): Statement {
  const { name, weight, joinedLater } = voter
  const row = { roundId, participantId: dot.participantId, name, weight, joinedLater: toBit(joinedLater) }
  return toStatement(
    db
      .insertInto('voteVoter')
      .values({ ...row, isLeftOut: 0 })
      .onConflict((conflict) => conflict.columns(['roundId', 'participantId']).doUpdateSet({ name, weight })),
  )
}

function upsertBallot(db: Kysely<Tables>, roundId: string, given: Ballot) {
  const { joinedLater, isLeftOut, ...ballot } = given
  return db
    .insertInto('voteVoter')
    .values({ roundId, ...ballot, joinedLater: toBit(joinedLater), isLeftOut: toBit(isLeftOut) })
    .onConflict((conflict) =>
      conflict.columns(['roundId', 'participantId']).doUpdateSet({ isLeftOut: toBit(isLeftOut) }),
    )
}

function toRound(row: Selectable<VoteRoundTable>): StoredRound {
  const { id, boardId, number, title, sessionId, stepId, openedAtMs, openedByName, closesAtMs, closedAtMs, revision } =
    row
  return {
    ...{ id, boardId, number, title, sessionId, stepId, openedAtMs, openedByName, closesAtMs, closedAtMs, revision },
    setup: voteSetupSchema.parse(JSON.parse(row.setup)),
    result: row.result === null ? null : voteResultSchema.parse(JSON.parse(row.result)),
  }
}
