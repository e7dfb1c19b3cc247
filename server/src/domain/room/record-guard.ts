import { type BoardRecord, type BoardRecords, isSame } from '#shared/board/board-records.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import type { Notice, Role } from '#shared/protocol/messages.ts'
import { type StepTool, stepTools } from '#shared/session/modes.ts'
import type { WriteRule } from '#shared/session/write-rule.ts'
import { judgeLayer } from './judge-layer.ts'
import { judgePlace, judgeTool } from './judge-place.ts'
import { judgeReach } from './judge-reach.ts'
import { judgeRecord, type RecordForm, type TakenBackReason } from './judge-record.ts'
import { mendValues, writeMended } from './judge-values.ts'
import { judgeVoted, judgeZone } from './judge-zone.ts'
import type { KnownRecords } from './known-records.ts'
import type { LayerHooks } from './layer-hooks.ts'
import { isPlaced, liftOut } from './place-shape.ts'
import { createRecordLimits } from './record-limits.ts'
import { takenBackNotices } from './taken-back-notices.ts'

/** Who an update is from, as the server knows it. */
export type Author = {
  readonly participantId: string
  readonly role: Role
  /** She brings back what the board has lost: what is not here may be anybody's, and lie anywhere. */
  readonly isReturning?: boolean
}

/** Where somebody may write right now, and what she may make. */
export type Allowance = { readonly rule: WriteRule; readonly tools: readonly StepTool[] }

/** What an update did to the records: which keys of which record were written, as observed. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>

export type GuardResult = {
  /** True when something of the update was put back or corrected, so that its raw bytes may not travel. */
  readonly isTakenBack: boolean
  readonly notices: readonly Notice[]
  /** The record as it is now, composed once: composing is most of what a check costs. */
  readonly read: (id: string) => BoardRecord | undefined
}

export type GuardPorts = {
  readonly records: BoardRecords
  readonly known: KnownRecords
  readonly isStoredFile: (source: string) => boolean
  readonly allowanceOf: (author: Author) => Allowance
  /** Whether a vote is open in the zone of that key. */
  readonly isVotedIn: (zoneKey: string) => boolean
  /** Of somebody's own layer. */
  readonly layer?: LayerHooks | undefined
  /** Runs the server's own writes as one transaction. */
  readonly write: (act: () => void) => void
}

/**
 * Looks at what an update did, record by record, and puts back what may not stay. Runs between applying the update and
 * anything that could show it.
 */
export interface RecordGuard {
  /** @param isComplete - nothing waits for a missing predecessor, so that what has no base will not get one. */
  check(touched: Touched, author: Author, updateBytes: number, isComplete: boolean): GuardResult
}

export function createRecordGuard({
  records,
  known,
  isStoredFile,
  allowanceOf,
  isVotedIn,
  layer,
  write,
}: GuardPorts): RecordGuard {
  const limitsOf = createRecordLimits(known, layer !== undefined)

  const putBack = (id: string, writtenKeys: ReadonlySet<string>) => {
    const previous = known.get(id)
    if (!previous) {
      records.remove(id)
      return
    }
    // A base that was written over has to go whole: an overlay would only hide what it says.
    if (writtenKeys.has(id) || !records.has(id)) {
      records.put(previous)
      return
    }
    records.discard(writtenKeys)
    const now = records.read(id)
    if (now) records.change(now, previous)
    if (!isSame(records.read(id), previous)) records.put(previous)
  }

  /** Mends a shape without a sound place and drops a binding without an end. True when it had to. */
  const settle = (id: string, readHere: (id: string) => BoardRecord | undefined): boolean => {
    // Shapes of a layer lie in zones of its board.
    const read = (of: string) => readHere(of) ?? layer?.holder(of)
    const isThere = (of: string) => records.has(of) || layer?.holder(of) !== undefined
    const record = readHere(id)
    if (!record) return false
    if (record.typeName === 'binding') {
      if (records.has(String(record.fromId)) && records.has(String(record.toId))) return false
      write(() => records.remove(id))
      return true
    }
    if (record.typeName !== 'shape' || isPlaced(record, read)) return false
    const previous = known.get(id)
    const previously = previous && { ...record, ...at(previous) }
    const isReparented = previous && previous.parentId !== record.parentId
    const mended =
      isReparented && isPlaced(previously ?? record, read)
        ? previously
        : { ...record, ...liftOut(record, isThere, known.get) }
    write(() => records.change(record, mended ?? record))
    return true
  }

  /** True when the record claimed somebody else. */
  const correctMaker = (record: BoardRecord, author: Author): boolean => {
    const { id } = record
    const previous = known.get(id)
    const claimed = record.meta?.by
    const maker = known.makerOf(id)
    if (!previous && maker === undefined && author.isReturning && typeof claimed === 'string') {
      known.noteMaker(id, claimed)
      return false
    }
    if (!previous && maker === undefined) known.noteMaker(id, author.participantId)
    const allowed = maker ?? (previous ? previous.meta?.by : author.participantId)
    if (claimed === undefined || claimed === allowed) return false
    write(() => records.change(record, { ...record, meta: { ...record.meta, by: allowed } }))
    return true
  }

  /** Whether a page is being taken away with something on it that is not: nobody would find it where it is lifted to. */
  const isFullPage = (
    now: RecordForm,
    previous: BoardRecord | undefined,
    read: (id: string) => BoardRecord | undefined,
  ) =>
    now.form === 'absent' &&
    previous?.typeName === 'page' &&
    known.childrenOf(previous.id).some((id) => read(id)?.parentId === previous.id)

  return {
    check(touched, author, updateBytes, isComplete) {
      const faults = new Map<string, TakenBackReason>()
      const limits = new Map<string, string>()
      const unsettled = new Set<string>()
      const composed = new Map<string, BoardRecord | undefined>()
      /** By the server, since. */
      const written = new Set<string>()
      const { rule, tools } = author.isReturning ? unheld : allowanceOf(author)
      const limitOf = limitsOf.count(updateBytes)
      /** Of zones that this update has made or called otherwise. */
      const newKeys = new Map<string, string>()

      const read = (id: string) => {
        if (!touched.has(id) && !written.has(id)) return known.get(id)
        if (!composed.has(id)) composed.set(id, records.read(id))
        return composed.get(id)
      }
      const unsettle = (id: string) => {
        for (const dependent of [...known.childrenOf(id), ...known.bindingsOf(id)]) unsettled.add(dependent)
      }
      const isKeyTaken = (key: string, id: string) => {
        const holder =
          newKeys.get(key) ?? known.zonesCalled(key).find((other) => other !== id && keyOf(read(other)) === key)
        if (holder === undefined) newKeys.set(key, id)
        return holder !== undefined && holder !== id
      }
      /** Refuses what is out of reach of its zone, also once what it lies in is put back. */
      const holdInReach = () => {
        const reach = layer?.rule() ?? rule
        if (reach.place !== 'zones') return
        const isRefused = (id: string) => faults.has(id) || limits.has(id)
        const readKept = (id: string) => (isRefused(id) ? known.get(id) : read(id)) ?? layer?.holder(id)
        for (let before = -1; before < faults.size; ) {
          before = faults.size
          for (const id of touched.keys()) {
            if (isRefused(id)) continue
            const now = formOf(records, id, read(id))
            if (judgeReach(reach, now, known.get(id), readKept, known.childrenOf)) {
              faults.set(id, 'step')
              unsettle(id)
            }
          }
        }
      }
      /** What the same update took out of a zone that stays, since it was thought to be gone, stays in it. */
      const keepInVotedZones = () => {
        for (const id of [...faults.keys()]) {
          if (faults.get(id) !== 'vote') continue
          for (const child of known.childrenOf(id)) {
            const now = touched.has(child) ? read(child) : undefined
            if (now && now.parentId !== id) faults.set(child, 'vote')
          }
        }
      }
      const hasWritten = (id: string) => {
        written.add(id)
        composed.delete(id)
      }

      for (const id of touched.keys()) {
        const now = formOf(records, id, read(id))
        const previous = known.get(id)
        const fault =
          judgeRecord(id, now, previous, previous || !author.isReturning ? author.role : 'facilitator', isStoredFile) ??
          (previous || !author.isReturning ? judgeZone(now, previous, { read, isKeyTaken }) : undefined) ??
          judgeVoted(now, previous, isVotedIn) ??
          judgePlace(rule, now, previous, read, known.get, known.shapesShowing) ??
          judgeTool(tools, now, previous) ??
          (layer && judgeLayer(now, previous, layer))
        if (fault) {
          faults.set(id, fault)
        } else if (isFullPage(now, previous, read)) {
          faults.set(id, 'unsound')
        } else if (now.form === 'record') {
          const limit = limitOf(now.record, previous)
          if (limit) limits.set(id, limit)
        }
        if (needsPlace(now, previous)) unsettled.add(id)
        if (faults.has(id) || limits.has(id) || now.form === 'absent') unsettle(id)
      }
      holdInReach()
      keepInVotedZones()

      const refused = [...faults.keys(), ...limits.keys()]
      if (refused.length > 0) {
        write(() => {
          for (const id of refused) {
            putBack(id, touched.get(id) ?? new Set())
            hasWritten(id)
            // What it is put back into may be gone by the same update.
            unsettled.add(id)
          }
        })
      }

      // Each mend is a write of its own: hardly any update needs one, and a transaction costs as much as checking it.
      const unsound: string[] = []
      for (const id of unsettled) {
        if (!settle(id, read)) continue
        hasWritten(id)
        unsound.push(id)
      }
      const mended: string[] = []
      const readZone = (id: string) => read(id) ?? layer?.holder(id)
      const readZoneBefore = (id: string) => known.get(id) ?? layer?.holder(id)
      for (const [id, keys] of touched) {
        const changed = keys.size > 0 ? read(id) : undefined
        const values = changed && mendValues(changed, keys, readZone, readZoneBefore)
        if (changed && values) {
          write(() => writeMended(records, changed, values, keys))
          hasWritten(id)
          mended.push(id)
        }
        const record = keys.size > 0 ? read(id) : undefined
        if (record && correctMaker(record, author)) hasWritten(id)
        // What is left of a record without a base would lie over the next one of that id.
        if (isComplete && !records.map.has(id)) {
          if (records.keysOf(id).length > 0) write(() => records.remove(id))
        } else if (keys.has(id) && records.needsAdoption(id)) {
          write(() => records.adopt(id))
          hasWritten(id)
        }
      }
      const theirs = unsound.filter((id) => touched.has(id) && !faults.has(id) && !limits.has(id))
      for (const id of mended) if (!limits.has(id)) faults.set(id, 'invalid')
      for (const id of theirs) if (!faults.has(id)) faults.set(id, 'unsound')
      return {
        isTakenBack: refused.length > 0 || theirs.length > 0 || mended.length > 0,
        notices: faults.size + limits.size > 0 ? takenBackNotices(faults, limits) : [],
        read,
      }
    },
  }
}

/** Where nothing holds anybody to anything. */
export const unheld: Allowance = { rule: { place: 'anywhere' }, tools: stepTools }

function formOf(records: BoardRecords, id: string, record: BoardRecord | undefined): RecordForm {
  if (record) return { form: 'record', record }
  return { form: records.map.has(id) ? 'unreadable' : 'absent' }
}

function at(record: BoardRecord): Partial<BoardRecord> {
  const { x, y, rotation, parentId } = record
  return { x, y, rotation, parentId }
}

function keyOf(record: BoardRecord | undefined): unknown {
  return record && isZone(record) ? record.props?.key : undefined
}

function needsPlace(now: RecordForm, previous: BoardRecord | undefined): boolean {
  if (now.form !== 'record') return false
  if (now.record.typeName === 'binding') return true
  return now.record.typeName === 'shape' && now.record.parentId !== previous?.parentId
}
