import { maxGoneShapes } from '#shared/limits.ts'
import type { Clock } from '../../domain/clock.ts'
import {
  type BoardLog,
  type Damage,
  type LoggedUpdate,
  layerEnded,
  type NewEpoch,
  type Reveal,
} from '../../domain/room/board-log.ts'
import type { NewSnapshot } from './board-thread-messages.ts'
import { checksum } from './checksum.ts'
import { createBoardReader, ownBytes } from './read-board.ts'
import { insertCheckpoint } from './sql-checkpoint-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import type { Statement } from './writer.ts'

/**
 * The board log over the writer thread. Rows and snapshots carry a checksum; a read tells damaged ones apart. Snapshots
 * are made by the board thread, from what is stored.
 */
export function createSqlBoardLog({ db, writer, boardThread }: SqlDatabase, clock: Clock): BoardLog {
  // Compiled once: for each edit it would cost as much as taking the edit in. Only the parameters differ, in this order.
  const empty = new Uint8Array()
  const insertUpdateSql = toStatement(
    db
      .insertInto('boardUpdate')
      .values({ boardId: '', epoch: 0, bytes: empty, checksum: checksum(empty), participantId: '', atMs: 0 })
      .returning('number'),
  ).sql
  const markChangedSql = toStatement(
    db
      .updateTable('board')
      .set({
        changedAtMs: 0,
        changedBy: '',
        lastNumber: db
          .selectFrom('boardUpdate')
          .select(({ fn }) => fn.max('number').as('number'))
          .where('boardId', '=', ''),
      })
      .where('id', '=', ''),
  ).sql
  const insertUpdate = ({ boardId, epoch, bytes, participantId, atMs }: LoggedUpdate): Statement => ({
    sql: insertUpdateSql,
    parameters: [boardId, epoch, ownBytes(bytes), checksum(bytes), participantId, atMs],
  })
  const markChanged = ({
    boardId,
    participantId,
    atMs,
  }: Pick<LoggedUpdate, 'boardId' | 'participantId' | 'atMs'>): Statement => ({
    sql: markChangedSql,
    parameters: [atMs, participantId, boardId, boardId],
  })

  const markLayerChanged = (boardId: string): Statement => {
    const newest = db
      .selectFrom('boardUpdate')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('boardId', '=', boardId)
    return toStatement(db.updateTable('layer').set({ lastNumber: newest }).where('id', '=', boardId))
  }

  const insertSnapshot = (boardId: string, { epoch, bytes, checksum, coversUpTo }: NewSnapshot) =>
    toStatement(
      db
        .insertInto('boardSnapshot')
        .values({ boardId, epoch, coversUpTo, bytes, checksum, format: 'yjs-v2-gzip', atMs: clock.nowMs() })
        // Where a board is left alone that has one of this very state, made and compared in the same way.
        .onConflict((conflict) => conflict.columns(['boardId', 'coversUpTo']).doNothing()),
    )

  /** What the snapshot before the new one stands for already, with the snapshots before that. */
  const deleteCovered = (boardId: string, madeFrom: number) => [
    toStatement(db.deleteFrom('boardUpdate').where('boardId', '=', boardId).where('number', '<=', madeFrom)),
    toStatement(db.deleteFrom('boardSnapshot').where('boardId', '=', boardId).where('coversUpTo', '<', madeFrom)),
  ]

  const noteGone = ({ boardId, atMs, gone = [] }: LoggedUpdate) =>
    gone.map(({ recordId, makerId }) =>
      toStatement(
        db
          .insertInto('goneShape')
          .values({ boardId, recordId, makerId, atMs })
          .onConflict((known) => known.columns(['boardId', 'recordId']).doUpdateSet({ makerId, atMs })),
      ),
    )

  /** The oldest of them: nobody undoes what lies so far back. */
  const forgetGone = (boardId: string) => {
    const known = db.selectFrom('goneShape').where('boardId', '=', boardId)
    const kept = known.select('atMs').orderBy('atMs', 'desc').offset(maxGoneShapes).limit(1)
    return toStatement(db.deleteFrom('goneShape').where('boardId', '=', boardId).where('atMs', '<=', kept))
  }

  const setAside = (boardId: string, part: Damage): Statement[] => {
    const foundAtMs = clock.nowMs()
    if (part.kind === 'update') {
      const row = db.selectFrom('boardUpdate').where('number', '=', part.number)
      return [
        toStatement(
          db
            .insertInto('damagedPart')
            .columns(['boardId', 'kind', 'number', 'bytes', 'checksum', 'participantId', 'atMs', 'foundAtMs'])
            .expression(
              row.select(({ val }) => [
                'boardId',
                val('update').as('kind'),
                'number',
                'bytes',
                'checksum',
                'participantId',
                'atMs',
                val(foundAtMs).as('foundAtMs'),
              ]),
            ),
        ),
        toStatement(db.deleteFrom('boardUpdate').where('number', '=', part.number)),
      ]
    }
    // Nothing comes in its place, so it stays where it is; or it is not there at all.
    if (part.kind === 'epoch' || part.kind === 'missing') return []
    const isPart = { boardId, coversUpTo: part.coversUpTo }
    const row = db
      .selectFrom('boardSnapshot')
      .where('boardId', '=', isPart.boardId)
      .where('coversUpTo', '=', isPart.coversUpTo)
    return [
      toStatement(
        db
          .insertInto('damagedPart')
          .columns(['boardId', 'kind', 'number', 'bytes', 'checksum', 'atMs', 'foundAtMs'])
          .expression(
            row.select(({ val }) => [
              'boardId',
              val('snapshot').as('kind'),
              'coversUpTo',
              'bytes',
              'checksum',
              'atMs',
              val(foundAtMs).as('foundAtMs'),
            ]),
          ),
      ),
      toStatement(
        db
          .deleteFrom('boardSnapshot')
          .where('boardId', '=', isPart.boardId)
          .where('coversUpTo', '=', isPart.coversUpTo),
      ),
    ]
  }

  type Beginning = Pick<NewEpoch, 'boardId' | 'epoch' | 'state' | 'retired' | 'restoration' | 'participantId' | 'atMs'>
  const startEpoch = ({ boardId, epoch, state, retired, restoration, participantId, atMs }: Beginning): Statement[] => [
    // Fails as a whole when the epoch is there already: somebody else was first.
    toStatement(
      db.insertInto('boardEpoch').values({
        boardId,
        epoch,
        state: ownBytes(state),
        checksum: checksum(state),
        retired: ownBytes(retired),
        retiredChecksum: checksum(retired),
        ...restoration,
        beganAtMs: atMs,
      }),
    ),
    toStatement(
      db.updateTable('boardEpoch').set({ state: null }).where('boardId', '=', boardId).where('epoch', '<', epoch),
    ),
    toStatement(db.deleteFrom('boardUpdate').where('boardId', '=', boardId)),
    toStatement(db.deleteFrom('boardSnapshot').where('boardId', '=', boardId)),
    toStatement(db.deleteFrom('goneShape').where('boardId', '=', boardId)),
    insertUpdate({ boardId, epoch, bytes: state, participantId, atMs, isEdit: true }),
  ]

  const endLayers = ({ boardId, layers, forgottenUploads }: Reveal): Statement[] => [
    ...layers.flatMap(({ isNamedAgain, ...layer }) => [
      ...startEpoch({ ...layer, restoration: layerEnded(layer.atMs), participantId: null }),
      toStatement(db.deleteFrom('damagedPart').where('boardId', '=', layer.boardId)),
      // It says when it was revealed, and no longer when its author last wrote.
      markLayerChanged(layer.boardId),
      ...(isNamedAgain
        ? [toStatement(db.updateTable('layer').set({ isAnonymous: 0 }).where('id', '=', layer.boardId))]
        : []),
    ]),
    ...(forgottenUploads.length > 0
      ? [
          toStatement(
            db
              .updateTable('boardFile')
              .set({ participantId: '', createdAtMs: 0 })
              .where('boardId', '=', boardId)
              .where('name', 'in', [...forgottenUploads]),
          ),
        ]
      : []),
  ]

  const appendGathered: BoardLog['appendGathered'] = async (gather) => {
    let count = 0
    const results = await writer.writeGathered(() => {
      const { updates, reveals = [] } = gather()
      count = updates.length
      const lastEdits = new Map(updates.filter((update) => update.isEdit).map((update) => [update.boardId, update]))
      return [
        ...updates.map(insertUpdate),
        // In the same commit, so that a board's "changed" never runs ahead of what is on it.
        ...[...lastEdits.values()].map(markChanged),
        // What is nobody's may be in a layer: whose that is is kept in one place only.
        ...[...lastEdits.values()].flatMap((update) =>
          update.participantId === null ? [markLayerChanged(update.boardId)] : [],
        ),
        ...updates.flatMap(noteGone),
        ...reveals.flatMap(endLayers),
      ]
    })
    const row = results[count - 1]?.rows[0]
    return isNumbered(row) ? row.number : 0
  }

  return {
    ...createBoardReader(db),
    append: (updates, reveals = []) => appendGathered(() => ({ updates, reveals })),
    appendGathered,
    async compact(boardId, isForLong = false) {
      const made = await boardThread.run('compact', { boardId, isForLong })
      if (!made) return undefined
      const aside = made.damaged.map((part) => setAside(boardId, part)).filter((statements) => statements.length > 0)
      // It has all of the rows that its twin says it has, and the last one more, which changes nothing when it is read.
      const twin = isForLong ? { ...made, coversUpTo: made.coversUpTo - 1 } : undefined
      const kept = twin?.coversUpTo ?? made.madeFrom
      await writer.write([
        ...aside.flat(),
        ...(twin ? [insertSnapshot(boardId, twin)] : []),
        insertSnapshot(boardId, made),
        forgetGone(boardId),
        ...(kept === undefined ? [] : deleteCovered(boardId, kept)),
      ])
      return { contentBytes: made.contentBytes, tookMs: made.tookMs, setAside: aside.length }
    },
    wipe: writer.emptyLog,
    async beginEpoch(next) {
      const { boardId, before, participantId, atMs } = next
      await writer.write([
        ...(before ? [insertCheckpoint(db, before)] : []),
        ...startEpoch(next),
        // A backup that was brought back is no change of anybody's.
        ...(participantId === null ? [] : [markChanged({ boardId, participantId, atMs })]),
      ])
    },
  }
}

function isNumbered(row: unknown): row is { number: number } {
  return typeof row === 'object' && row !== null && 'number' in row && typeof row.number === 'number'
}
