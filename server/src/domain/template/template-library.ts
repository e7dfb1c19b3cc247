import { templateContent } from '#shared/http/template-file.ts'
import { maxOwnTemplates } from '#shared/limits.ts'
import { findTemplate, templateRecords } from '#shared/templates/index.ts'
import type { Template } from '#shared/templates/template.ts'
import type { TemplateSource } from '../board/boards.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { OwnTemplate, OwnTemplateStore } from './own-template-store.ts'

/** One of ours has no `own`. */
export type KnownTemplate = { readonly template: Template; readonly own: OwnTemplate | undefined }
export type TemplateLibrary = ReturnType<typeof createTemplateLibrary>

/** All templates: those that come with Tablecloth, and the organisation's. */
export function createTemplateLibrary({ store, logger }: { store: OwnTemplateStore; logger: RoomLogger }) {
  /** A version never changes. */
  const read = new Map<string, Template>()

  async function readVersion(id: string, version: number): Promise<Template | undefined> {
    const name = `${id} ${version}`
    const known = read.get(name)
    if (known) return known
    const contents = await store.contentsOf(id, version)
    const parsed = templateContent.safeParse(contents === undefined ? undefined : JSON.parse(contents))
    if (!parsed.success) {
      logger.error({ templateId: id, version, err: parsed.error }, 'A template of the organisation cannot be read.')
      return undefined
    }
    const template = { ...parsed.data, id, version }
    const [oldest] = read.size >= maxOwnTemplates ? read.keys() : []
    if (oldest !== undefined) read.delete(oldest)
    read.set(name, template)
    return template
  }

  /** @param version - the newest where nothing is said; of those that come with Tablecloth there is one only */
  async function find(id: string, version?: number | null): Promise<KnownTemplate | undefined> {
    const ours = findTemplate(id)
    if (ours) return { template: ours, own: undefined }
    const own = await store.get(id)
    const template = own && (await readVersion(id, version ?? own.version))
    return template && { template, own }
  }

  const source: TemplateSource = {
    async find(id, version) {
      const known = await find(id, version)
      return known && { version: known.template.version, records: templateRecords(known.template) }
    },
  }

  return {
    find,
    source,

    /** Of the organisation; the one changed last comes first. */
    async listOwn(isPutAway: boolean): Promise<KnownTemplate[]> {
      const listed = await store.list(isPutAway)
      const read = await Promise.all(
        listed.map(async (own) => ({ own, template: await readVersion(own.id, own.version) })),
      )
      return read.flatMap(({ own, template }) => (template ? [{ own, template }] : []))
    },
  }
}
