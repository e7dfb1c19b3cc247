import { DomainError } from '#shared/errors.ts'
import { checkTemplateContent, readTemplateFile } from '#shared/http/read-template-file.ts'
import { type TemplateContent, writeTemplateFile } from '#shared/http/template-file.ts'
import type { SaveTemplateRequest, UpdateTemplateRequest } from '#shared/http/templates.ts'
import { maxOwnTemplates } from '#shared/limits.ts'
import { type TemplateWords, templateFromBoard } from '#shared/templates/template-from-board.ts'
import type { BoardStore } from '../board/board-store.ts'
import type { Clock } from '../clock.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { SessionStore } from '../session/session-store.ts'
import type { ListedVersion, OwnTemplateStore } from './own-template-store.ts'
import type { KnownTemplate, TemplateLibrary } from './template-library.ts'

export type OwnTemplates = ReturnType<typeof createOwnTemplates>

/** Templates of the organisation: made from boards and files, changed version by version, put away. */
export function createOwnTemplates(ports: {
  store: OwnTemplateStore
  library: TemplateLibrary
  boards: Pick<BoardStore, 'get'>
  rooms: Pick<RoomRegistry, 'readRecords'>
  sessions: Pick<SessionStore, 'current'>
  secrets: Pick<Secrets, 'newId'>
  clock: Clock
}) {
  const { store, library, boards, rooms, sessions, secrets, clock } = ports

  const versionOf = (content: TemplateContent, by: string | null, boardId: string | null) => ({
    title: content.title.en,
    contents: JSON.stringify(content),
    atMs: clock.nowMs(),
    by,
    boardId,
  })

  /** @throws {DomainError} `template_not_found`, also for one that comes with Tablecloth */
  async function findOwn(id: string): Promise<KnownTemplate> {
    const known = await library.find(id)
    if (!known?.own) throw new DomainError('template_not_found')
    return known
  }

  async function add(
    content: TemplateContent,
    by: string | null,
    boardId: string | null = null,
  ): Promise<KnownTemplate> {
    if ((await store.count()) >= maxOwnTemplates) throw new DomainError('too_many_templates')
    const id = secrets.newId()
    await store.create(id, versionOf(content, by, boardId))
    return findOwn(id)
  }

  /** Whoever was faster: what is said now is said of her version. */
  async function change(
    id: string,
    by: string | null,
    next: (now: TemplateContent) => TemplateContent,
    boardId: string | null = null,
  ): Promise<KnownTemplate> {
    for (;;) {
      const { template } = await findOwn(id)
      const { id: _id, version, ...content } = template
      const made = versionOf(checkTemplateContent(next(content)), by, boardId)
      if (await store.addVersion(id, version, made)) return findOwn(id)
    }
  }

  return {
    /**
     * What a board begins with the next time: its zones and pages, and the run of show of its session, or else of its
     * template. With `template`, a new version of that one.
     *
     * @throws {DomainError} `board_without_zones`, `template_not_found`, `template_damaged`, `too_many_templates`
     */
    async saveBoard(boardId: string, given: SaveTemplateRequest, by: string | null): Promise<KnownTemplate> {
      const board = await boards.get(boardId)
      const began = board?.template ? await library.find(board.template, board.templateVersion) : undefined
      const session = await sessions.current(boardId)
      const { template: replaced, ...words } = given
      const content = templateFromBoard(await rooms.readRecords(boardId), {
        words: asWords(words),
        began: began?.template,
        steps: session?.plan.steps,
      })
      if (!content) throw new DomainError('board_without_zones')
      const checked = checkTemplateContent(content)
      return replaced === undefined ? add(checked, by, boardId) : change(replaced, by, () => checked, boardId)
    },

    /** @throws {DomainError} `template_not_found` */
    async versions(id: string): Promise<readonly ListedVersion[]> {
      await findOwn(id)
      return store.versions(id)
    },

    /**
     * Makes an earlier version the newest one, as a new version: what came between stays in the list.
     *
     * @throws {DomainError} `template_not_found`, also for a version that there is none of
     */
    async restore(id: string, version: number, by: string | null): Promise<KnownTemplate> {
      await findOwn(id)
      const earlier = await library.find(id, version)
      if (!earlier) throw new DomainError('template_not_found')
      const { id: _id, version: _version, ...content } = earlier.template
      return change(id, by, () => content)
    },

    /** @throws {DomainError} as `readTemplateFile()`; `too_many_templates` */
    importFile: (text: string, by: string | null): Promise<KnownTemplate> => add(readTemplateFile(text), by),

    /** @throws {DomainError} `template_not_found` */
    async file(id: string): Promise<{ title: string; text: string }> {
      const known = await library.find(id)
      if (!known) throw new DomainError('template_not_found')
      return { title: known.template.title.en, text: writeTemplateFile(known.template) }
    },

    /** @throws {DomainError} `template_not_found`, `template_damaged` */
    async update(id: string, given: UpdateTemplateRequest, by: string | null): Promise<KnownTemplate> {
      const { isPutAway, ...words } = given
      await findOwn(id)
      // First what may be refused: then nothing of it is done.
      if (Object.keys(words).length > 0) await change(id, by, (now) => ({ ...now, ...asWords(words) }))
      if (isPutAway !== undefined) await store.setArchived(id, isPutAway ? clock.nowMs() : null)
      return findOwn(id)
    },
  }
}

type GivenWords = Omit<UpdateTemplateRequest, 'isPutAway'>

/** What a person typed is one for all readers. What she did not say stays as it is. */
function asWords(given: Required<GivenWords>): TemplateWords
function asWords(given: GivenWords): Partial<TemplateWords>
function asWords({ title, summary, category, stage, people }: GivenWords): Partial<TemplateWords> {
  return {
    ...(title !== undefined && { title: { en: title } }),
    ...(summary !== undefined && { summary: { en: summary } }),
    ...(category !== undefined && { category }),
    ...(stage !== undefined && { stage }),
    ...(people !== undefined && { people }),
  }
}
