import { type BoardRecord, isSame } from '#shared/board/board-records.ts'
import { zoneKeyOf } from '#shared/board/zone-of.ts'
import type { StepTool } from '#shared/session/modes.ts'
import { mayMake } from '#shared/session/offered-tools.ts'
import { mayWriteIn, type WriteRule } from '#shared/session/write-rule.ts'
import type { RecordForm } from './judge-record.ts'

type Read = (id: string) => BoardRecord | undefined

/**
 * Holds a change to where its writer may write. Making, changing, moving and removing all are writing, and a shape that
 * goes from one place to another has to be hers to change in both.
 *
 * @param read - records as the update made them
 * @param readBefore - records as they were
 * @param shapesShowing - those that showed a picture
 */
export function judgePlace(
  rule: WriteRule,
  now: RecordForm,
  previous: BoardRecord | undefined,
  read: Read,
  readBefore: Read,
  shapesShowing: (assetId: string) => readonly string[],
): 'step' | undefined {
  if (rule.place === 'anywhere' || now.form === 'unreadable') return undefined
  const record = now.form === 'record' ? now.record : undefined
  if (!record && !previous) return undefined
  if (record && previous && isSame(record, previous)) return undefined
  if (previous?.typeName === 'asset') {
    // It shows nothing without a shape, and what shows it is not to become another picture. One that arrives may.
    const isThere = typeof previous.props?.src === 'string'
    const shown = isThere ? shapesShowing(previous.id).flatMap((id) => readBefore(id) ?? []) : []
    return shown.every((shape) => isAllowed(rule, shape, readBefore)) ? undefined : 'step'
  }
  const isFine = isAllowed(rule, previous, readBefore) && isAllowed(rule, record, read)
  return isFine ? undefined : 'step'
}

/** Holds what is made to the tools that the step offers. What is there already may be changed without them. */
export function judgeTool(
  tools: readonly StepTool[],
  now: RecordForm,
  previous: BoardRecord | undefined,
): 'step' | undefined {
  if (previous || now.form !== 'record' || now.record.typeName !== 'shape') return undefined
  return mayMake(tools, String(now.record.type)) ? undefined : 'step'
}

function isAllowed(rule: WriteRule, record: BoardRecord | undefined, read: Read): boolean {
  // The file of a picture shows nothing without a shape, which is looked at for itself.
  if (!record || record.typeName === 'asset') return true
  const shape = record.typeName === 'binding' ? read(String(record.fromId)) : record
  // A binding whose arrow has gone goes with it.
  if (!shape) return true
  return mayWriteIn(rule, shape.typeName === 'shape' ? zoneKeyOf(shape, read) : undefined)
}
