import type { BoardRecord } from '#shared/board/board-records.ts'
import { findRecordFault } from '#shared/board/record-schema.ts'
import { findUnsound, type Soundness } from '#shared/board/sound-records.ts'
import { stripUnknown } from './strip-unknown.ts'

/**
 * What of the document is fit to be shown: valid records, with parents that exist and without arrows that hang loose.
 * Every reader of one document comes to the same result, so nobody writes a repair.
 */
export interface ShownRecords {
  /** Takes in what the document now says of `id`. */
  update(id: string, record: BoardRecord | undefined): void
  /**
   * The same after a write of one's own: the store has it already, so only what hangs on it may need a change, or it
   * itself where it is not to be shown as it was written.
   */
  noteOwnWrite(id: string, record: BoardRecord | undefined): void
  /** True when `takeChanged` has something to say. */
  readonly isStale: boolean
  /** Ids whose shown record may have changed since the last call. */
  takeChanged(): Set<string>
  /** The record as it is to be shown, or undefined where it is not. */
  get(id: string): BoardRecord | undefined
  /** How many records do not validate here and are kept aside. */
  readonly asideCount: number
}

const sound: Soundness = { parents: new Map(), places: new Map(), dangling: new Set() }

export function createShownRecords(): ShownRecords {
  const valid = new Map<string, BoardRecord>()
  const aside = new Set<string>()
  const changed = new Set<string>()
  let soundness = sound
  let isStructureChanged = false

  /** @returns true when something that was or is shown changed. */
  const take = (id: string, read: BoardRecord | undefined): boolean => {
    const known = valid.get(id)
    const record = read && stripUnknown(read)
    const isValid = record !== undefined && findRecordFault(record, known) === undefined
    if (record && !isValid) aside.add(id)
    else aside.delete(id)
    if (!isValid && !known) return false
    if (isValid) valid.set(id, record)
    else valid.delete(id)
    if (!isValid || !known || !hasSameTies(known, record)) isStructureChanged = true
    return true
  }

  const isShownOtherwise = (id: string) =>
    soundness.dangling.has(id) || soundness.parents.has(id) || soundness.places.has(id)

  return {
    update(id, read) {
      if (take(id, read)) changed.add(id)
    },
    noteOwnWrite(id, read) {
      const isShown = take(id, read)
      if (isShown && read && (!valid.has(id) || isShownOtherwise(id))) changed.add(id)
    },
    get isStale() {
      return isStructureChanged || changed.size > 0
    },
    takeChanged() {
      if (isStructureChanged) {
        isStructureChanged = false
        const before = soundness
        soundness = findUnsound(valid)
        for (const id of differing(before, soundness)) changed.add(id)
      }
      const taken = new Set(changed)
      changed.clear()
      return taken
    },
    get(id) {
      const record = valid.get(id)
      if (!record || soundness.dangling.has(id)) return undefined
      const parentId = soundness.parents.get(id)
      const index = soundness.places.get(id)
      if (parentId === undefined && index === undefined) return record
      return { ...record, ...(parentId !== undefined && { parentId }), ...(index !== undefined && { index }) }
    },
    get asideCount() {
      return aside.size
    },
  }
}

function hasSameTies(a: BoardRecord, b: BoardRecord): boolean {
  return a.parentId === b.parentId && a.index === b.index && a.fromId === b.fromId && a.toId === b.toId
}

function differing(before: Soundness, after: Soundness): Set<string> {
  const ids = new Set<string>()
  for (const part of ['parents', 'places'] as const) {
    for (const id of [...before[part].keys(), ...after[part].keys()]) {
      if (before[part].get(id) !== after[part].get(id)) ids.add(id)
    }
  }
  for (const id of before.dangling) if (!after.dangling.has(id)) ids.add(id)
  for (const id of after.dangling) if (!before.dangling.has(id)) ids.add(id)
  return ids
}
