import { answerOf, completionOf } from './idb.ts'
import type { AsideItem } from './kept-aside.ts'

/** A record that was changed here and that the server has not saved yet, as some tab noted it. */
export type JournalEntry = {
  /** `<tab>:<record id>`: each tab notes for itself. */
  readonly id: string
  readonly recordId: string
  /** Keys of the records map that were written. */
  readonly keys: readonly string[]
  /** Differs with every change, so that one tab does not strike out what another has changed again. */
  readonly stamp: string
  readonly generation: number
  /** Ids of the participants who may have written it; an older build noted none. */
  readonly writers?: readonly string[]
}

/** What one transaction writes: all of it or nothing. */
export type StoreBatch = {
  readonly update?: Uint8Array | undefined
  readonly changed?: readonly JournalEntry[]
  /** Saved on the server. */
  readonly saved?: readonly EntryStamp[]
}

export type EntryStamp = Pick<JournalEntry, 'id' | 'stamp'>

export type StoredBoard = {
  /** Rises when the board begins afresh. */
  readonly generation: number
  /** Id of the participant for whom a line from here last spoke: who writes here until the server says otherwise. */
  readonly writer: string | undefined
  readonly updates: readonly { readonly key: IDBValidKey; readonly bytes: Uint8Array }[]
  readonly journal: readonly JournalEntry[]
  readonly aside: readonly AsideItem[]
}

export type AsideCandidate = {
  readonly item: AsideItem
  /** Entries that say it is not saved; with none of them there any more, another tab has kept it aside already. */
  readonly entries: readonly EntryStamp[]
  /** Never got as far as the journal: it is kept aside in any case. */
  readonly isUnwritten: boolean
}

/** Another tab has begun the board afresh: what this one holds is of the past. */
export class StaleCopyError extends Error {
  override readonly name = 'StaleCopyError'
}

/** One board in the device's own storage. All methods reject when the device takes no writes (any more). */
export interface BoardStore {
  readAll(): Promise<StoredBoard>
  /** Without reading the board itself. */
  count(): Promise<{ readonly unsaved: number; readonly aside: number }>
  /** @returns the key of the update, if there was one. @throws {StaleCopyError} */
  write(generation: number, batch: StoreBatch): Promise<IDBValidKey | undefined>
  /** Puts one update in the place of those with these keys; what other tabs wrote meanwhile stays. @throws {StaleCopyError} */
  compact(generation: number, keys: readonly IDBValidKey[], whole: Uint8Array): Promise<IDBValidKey>
  /**
   * Keeps candidates aside and strikes them from the journal.
   *
   * @param beginsAfresh - The copy is emptied, too, unless another tab has done it.
   * @returns what was kept aside by this call, and the generation from now on.
   */
  setAside(
    generation: number,
    candidates: readonly AsideCandidate[],
    beginsAfresh: 'begins-afresh' | 'goes-on',
  ): Promise<{ readonly kept: readonly AsideItem[]; readonly generation: number }>
  setWriter(participantId: string): Promise<void>
  /** Adds and removes items; whatever has become of the copy. */
  changeAside(added: readonly AsideItem[], removedIds: readonly string[]): Promise<void>
  close(): void
}

const storeNames = ['updates', 'journal', 'aside', 'facts'] as const
const generationKey = 'generation'
const writerKey = 'writer'

export function databaseName(boardId: string): string {
  return `tablecloth-board-${boardId}`
}

/**
 * @param onForgotten - Called when somebody deletes the board from this device, in whatever tab: nothing may be written
 * any more.
 */
export async function openBoardStore(
  factory: IDBFactory,
  boardId: string,
  onForgotten: () => void,
): Promise<BoardStore> {
  const request = factory.open(databaseName(boardId), 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('updates', { autoIncrement: true })
    request.result.createObjectStore('journal', { keyPath: 'id' })
    request.result.createObjectStore('aside', { keyPath: 'id' })
    request.result.createObjectStore('facts')
  }
  const database = await answerOf(request)
  database.onversionchange = () => {
    // Without this the deletion would wait for this tab to be closed.
    database.close()
    onForgotten()
  }

  const begin = (mode: IDBTransactionMode) => {
    const transaction = database.transaction(storeNames, mode)
    const store = (name: (typeof storeNames)[number]) => transaction.objectStore(name)
    return { transaction, store }
  }
  type Begun = ReturnType<typeof begin>
  const generationOf = async ({ store }: Begun): Promise<number> => {
    const stored: unknown = await answerOf(store('facts').get(generationKey))
    return typeof stored === 'number' ? stored : 0
  }
  const requireGeneration = async (begun: Begun, generation: number): Promise<void> => {
    if ((await generationOf(begun)) === generation) return
    begun.transaction.abort()
    throw new StaleCopyError()
  }
  const isStillThere = async ({ store }: Begun, { id, stamp }: EntryStamp) => {
    const stored = (await answerOf(store('journal').get(id))) as JournalEntry | undefined
    return stored?.stamp === stamp
  }
  const strike = async (begun: Begun, entries: readonly EntryStamp[]) => {
    for (const entry of entries) if (await isStillThere(begun, entry)) begun.store('journal').delete(entry.id)
  }

  /** A write that fails on its own must not leave the rest of its transaction behind. */
  const inOne = async <T>(work: (begun: Begun) => Promise<T>): Promise<T> => {
    const begun = begin('readwrite')
    const completion = completionOf(begun.transaction)
    // Awaited below, unless the work fails first: then its own error is the one to tell.
    completion.catch(() => undefined)
    const result = await work(begun)
    await completion
    return result
  }

  return {
    async readAll() {
      const begun = begin('readonly')
      const { store } = begun
      const [generation, writer, keys, updates, journal, aside] = await Promise.all([
        generationOf(begun),
        answerOf(store('facts').get(writerKey)) as Promise<unknown>,
        answerOf(store('updates').getAllKeys()),
        answerOf(store('updates').getAll() as IDBRequest<Uint8Array[]>),
        answerOf(store('journal').getAll() as IDBRequest<JournalEntry[]>),
        answerOf(store('aside').getAll() as IDBRequest<AsideItem[]>),
      ])
      return {
        generation,
        writer: typeof writer === 'string' ? writer : undefined,
        updates: updates.flatMap((bytes, i) => {
          const key = keys[i]
          return key === undefined ? [] : [{ key, bytes }]
        }),
        // Noted by a tab that went before it saw that the board had begun afresh.
        journal: journal.filter((entry) => entry.generation === generation),
        aside,
      }
    },
    async count() {
      const begun = begin('readonly')
      const { store } = begun
      const [generation, journal, aside] = await Promise.all([
        generationOf(begun),
        answerOf(store('journal').getAll() as IDBRequest<JournalEntry[]>),
        answerOf(store('aside').count()),
      ])
      const unsaved = journal.filter((entry) => entry.generation === generation)
      return { unsaved: new Set(unsaved.map(({ recordId }) => recordId)).size, aside }
    },
    write: (generation, { update, changed = [], saved = [] }) =>
      inOne(async (begun) => {
        await requireGeneration(begun, generation)
        const { store } = begun
        await strike(begun, saved)
        for (const entry of changed) store('journal').put(entry)
        return update && (await answerOf(store('updates').add(update)))
      }),
    compact: (generation, keys, whole) =>
      inOne(async (begun) => {
        await requireGeneration(begun, generation)
        const updates = begun.store('updates')
        for (const key of keys) updates.delete(key)
        return answerOf(updates.add(whole))
      }),
    setAside: (generation, candidates, beginsAfresh) =>
      inOne(async (begun) => {
        const { store } = begun
        const kept: AsideItem[] = []
        for (const { item, entries, isUnwritten } of candidates) {
          const isThere = await Promise.all(entries.map((entry) => isStillThere(begun, entry)))
          if (!isUnwritten && !isThere.includes(true)) continue
          kept.push(item)
          store('aside').put(item)
          await strike(begun, entries)
        }
        if (beginsAfresh === 'goes-on') return { kept, generation }
        const current = await generationOf(begun)
        if (current !== generation) return { kept, generation: current }
        store('updates').clear()
        store('facts').put(generation + 1, generationKey)
        return { kept, generation: generation + 1 }
      }),
    setWriter: (participantId) => inOne(async ({ store }) => void store('facts').put(participantId, writerKey)),
    changeAside: (added, removedIds) =>
      inOne(async ({ store }) => {
        for (const item of added) store('aside').put(item)
        for (const id of removedIds) store('aside').delete(id)
      }),
    close: () => database.close(),
  }
}
