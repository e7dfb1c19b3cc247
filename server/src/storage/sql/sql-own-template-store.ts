import { sql } from 'kysely'
import type { OwnTemplateStore, OwnTemplateVersion } from '../../domain/template/own-template-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { WriteConflict } from './writer.ts'

export function createSqlOwnTemplateStore({ db, writer }: SqlDatabase): OwnTemplateStore {
  const insertVersion = (templateId: string, version: number, { contents, atMs, by }: OwnTemplateVersion) =>
    toStatement(
      db.insertInto('ownTemplateVersion').values({ templateId, version, contents, createdAtMs: atMs, createdBy: by }),
    )

  /** The board that a version was saved from remembers it. */
  const rememberOn = (boardId: string | null, templateId: string) =>
    boardId === null
      ? []
      : [toStatement(db.updateTable('board').set({ savedAs: templateId }).where('id', '=', boardId))]

  return {
    async create(id, first) {
      const { title, atMs, by } = first
      const made = { createdAtMs: atMs, createdBy: by, changedAtMs: atMs, changedBy: by }
      await writer.write([
        toStatement(db.insertInto('ownTemplate').values({ id, version: 1, title, ...made, archivedAtMs: null })),
        insertVersion(id, 1, first),
        ...rememberOn(first.boardId, id),
      ])
    },

    get: (id) => db.selectFrom('ownTemplate').selectAll().where('id', '=', id).executeTakeFirst(),

    async count() {
      const { all } = await db
        .selectFrom('ownTemplate')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .executeTakeFirstOrThrow()
      return all
    },

    list: (isPutAway) =>
      db
        .selectFrom('ownTemplate')
        .selectAll()
        .where('archivedAtMs', isPutAway ? 'is not' : 'is', null)
        .orderBy('changedAtMs', 'desc')
        .orderBy('id')
        .execute(),

    versions: (templateId) =>
      db
        .selectFrom('ownTemplateVersion')
        .leftJoin('account', 'account.id', 'ownTemplateVersion.createdBy')
        .select(['ownTemplateVersion.version', 'ownTemplateVersion.createdAtMs as atMs', 'account.name as byName'])
        .select(sql<string>`json_extract(own_template_version.contents, '$.title.en')`.as('title'))
        .where('templateId', '=', templateId)
        .orderBy('version', 'desc')
        .execute(),

    async contentsOf(templateId, version) {
      const row = await db
        .selectFrom('ownTemplateVersion')
        .select('contents')
        .where('templateId', '=', templateId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row?.contents
    },

    async addVersion(id, version, next) {
      const { title, atMs, by } = next
      const isNewest = db
        .updateTable('ownTemplate')
        .set({ version: version + 1, title, changedAtMs: atMs, changedBy: by })
        .where('id', '=', id)
        .where('version', '=', version)
      try {
        await writer.write([
          toStatement(isNewest, { expectedChanges: 1 }),
          insertVersion(id, version + 1, next),
          ...rememberOn(next.boardId, id),
        ])
        return true
      } catch (error) {
        if (error instanceof WriteConflict) return false
        throw error
      }
    },

    async setArchived(id, archivedAtMs) {
      await writer.write([toStatement(db.updateTable('ownTemplate').set({ archivedAtMs }).where('id', '=', id))])
    },
  }
}
