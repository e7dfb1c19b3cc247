import type { RecordsDiff, TLRecord, TLStore } from 'tldraw'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { isBoardRecord } from '#shared/board/record-schema.ts'
import type { ForeignChanges } from '../binding/foreign-changes.ts'
import { applyFields, readHistoryStep, splitIntoFields } from './field-diff.ts'

type HistoryEntry = { readonly changes: RecordsDiff<TLRecord>; readonly source: 'user' | 'remote' }
type HistoryInterceptor = (entry: HistoryEntry, source: 'user' | 'remote') => void
type InterceptedStore = { addHistoryInterceptor(interceptor: HistoryInterceptor): () => void }

/** Where the history manager listens; left out of tldraw's published types. */
function isIntercepted(store: object): store is InterceptedStore {
  return 'addHistoryInterceptor' in store && typeof store.addHistoryInterceptor === 'function'
}

export interface FieldHistory {
  /** True while an undo or redo is being applied: what it brings back is not new. */
  readonly isApplying: boolean
}

/**
 * Makes undo and redo take back what this person changed, and no more. Call it before the editor is made.
 *
 * tldraw keeps whole records and puts them back whole, so its undo takes back everybody's later changes to the same
 * shape. Here its diffs are split into fields before it gathers them, and applied field by field, each only where the
 * field still is as this person left it.
 *
 * @param foreign - What somebody else changed since: undo leaves it, and with it a shape that this person made.
 * @param mayChange - What is not hers to change just now undo leaves as well, and does not bring back.
 * @param writeOut - Writes what she did last: until then `foreign` does not know it for hers.
 */
export function keepHistoryByField(
  store: TLStore,
  foreign: Pick<ForeignChanges, 'has' | 'isLast'>,
  mayChange: (record: BoardRecord) => boolean,
  writeOut: () => void,
): FieldHistory {
  if (!isIntercepted(store)) throw new Error('This version of tldraw keeps its history elsewhere.')
  const intercept = store.addHistoryInterceptor.bind(store)
  store.addHistoryInterceptor = (interceptor) =>
    intercept((entry, source) => interceptor({ ...entry, changes: splitIntoFields(entry.changes) }, source))

  const applyWhole = store.applyDiff.bind(store)
  /** Records that an undo took away, as they were then, for the redo. */
  const takenAway = new Map<string, BoardRecord>()
  let isApplying = false

  const applySteps = (diff: RecordsDiff<TLRecord>) => {
    const step = readHistoryStep(diff)
    const whole: RecordsDiff<TLRecord> = { added: {}, updated: step.own.updated, removed: { ...step.own.removed } }
    const current = (id: string): BoardRecord | undefined => {
      const record = store.get(id as TLRecord['id'])
      return record && isBoardRecord(record) ? record : undefined
    }
    const changed = new Map<string, BoardRecord>()
    for (const [id, changes] of step.fields) {
      const record = current(id)
      if (!record || !mayChange(record)) continue
      // The same value may have come again from somebody else, and is hers then.
      const own = changes.filter(({ field }) => !foreign.isLast(id, field))
      const next = applyFields(record, own)
      if (next !== record) changed.set(id, next)
    }

    const isHers = (id: string) => {
      const record = current(id)
      return !foreign.has(id) && record !== undefined && mayChange(record)
    }
    const removing = new Set(step.removed.filter(isHers))
    // What stays may keep other things: an arrow the note that it is tied to, a note its frame.
    let kept: string[]
    do {
      kept = [...removing].filter((id) => holdsOthers(store, id, removing, changed))
      for (const id of kept) removing.delete(id)
    } while (kept.length > 0)

    // Records of the board go first: a selection that comes back with them may name them.
    const put = (record: BoardRecord) => Object.assign(whole.added, { [record.id]: record })

    const comesBack = new Set(step.added.map(({ id }) => id))
    const willBe = (id: unknown) =>
      typeof id === 'string' && (comesBack.has(id) || (current(id) !== undefined && !removing.has(id)))
    for (const record of step.added) {
      if (current(record.id) || !mayChange(record)) continue
      // An arrow whose end somebody deleted meanwhile is not tied to it again: tldraw would untie it, and move its end.
      if (record.typeName === 'binding' && !(willBe(record.fromId) && willBe(record.toId))) continue
      const restored = takenAway.get(record.id) ?? record
      takenAway.delete(record.id)
      put(applyFields(restored, step.fields.get(record.id) ?? []))
    }
    for (const [id, next] of changed) if (!removing.has(id)) put(next)
    for (const id of step.removed) {
      const record = current(id)
      if (!record || !removing.has(id)) continue
      takenAway.set(id, record)
      Object.assign(whole.removed, { [id]: record })
    }
    Object.assign(whole.added, step.own.added)
    applyWhole(whole, { ignoreEphemeralKeys: true })
  }

  store.applyDiff = (diff, options) => {
    // Only undo and redo ask for this; whatever else applies a diff means it whole.
    if (!options?.ignoreEphemeralKeys) {
      applyWhole(diff, options)
      return
    }
    writeOut()
    isApplying = true
    try {
      applySteps(diff)
    } finally {
      isApplying = false
    }
  }

  return {
    get isApplying() {
      return isApplying
    },
  }
}

/**
 * What somebody put something into, or tied an arrow to, stays: what lies in it would fall out, the arrow lose its end.
 * What the same step takes out of it does not count.
 */
function holdsOthers(
  store: TLStore,
  id: string,
  removing: ReadonlySet<string>,
  changed: ReadonlyMap<string, BoardRecord>,
): boolean {
  return store.allRecords().some((record) => {
    if (removing.has(record.id)) return false
    if (record.typeName === 'shape') return (changed.get(record.id) ?? record).parentId === id
    if (record.typeName !== 'binding') return false
    // Also where both ends would go: somebody else has tied two things of hers together.
    return record.toId === id || record.fromId === id
  })
}
