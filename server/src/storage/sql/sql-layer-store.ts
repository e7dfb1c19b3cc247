import type { Selectable } from 'kysely'
import type { Layer } from '../../domain/layer/layer.ts'
import type { LayerStore } from '../../domain/layer/layer-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { type LayerTable, toBit } from './tables.ts'

export function createSqlLayerStore({ db, writer }: SqlDatabase): LayerStore {
  const ofBoard = (boardId: string) => db.selectFrom('layer').selectAll().where('boardId', '=', boardId)
  const find = async (boardId: string, participantId: string) => {
    const row = await ofBoard(boardId).where('participantId', '=', participantId).executeTakeFirst()
    return row && toLayer(row)
  }
  return {
    find,
    list: async (boardId) => (await ofBoard(boardId).orderBy('id').execute()).map(toLayer),
    async open({ isAnonymous, ...wanted }) {
      const { boardId, participantId } = wanted
      const known = await find(boardId, participantId)
      if (known) return known
      // Two of her devices may come at once: the first one makes it.
      const row = { ...wanted, isAnonymous: toBit(isAnonymous) }
      await writer.write([
        toStatement(
          db
            .insertInto('layer')
            .values(row)
            .onConflict((same) => same.doNothing()),
        ),
      ])
      return (await find(boardId, participantId)) ?? { ...wanted, isAnonymous }
    },
    async markAnonymous(boardId, participantId) {
      const ofAll = db.updateTable('layer').set({ isAnonymous: 1 }).where('boardId', '=', boardId)
      const marking = participantId === undefined ? ofAll : ofAll.where('participantId', '=', participantId)
      await writer.write([toStatement(marking)])
    },
  }
}

function toLayer({ isAnonymous, lastNumber: _lastNumber, ...row }: Selectable<LayerTable>): Layer {
  return { ...row, isAnonymous: isAnonymous === 1 }
}
