import { type BoardRecord, isSame } from '#shared/board/board-records.ts'
import { documentRecordId, firstPageId } from '#shared/board/new-board.ts'
import { findRecordFault } from '#shared/board/record-schema.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import type { Role } from '#shared/protocol/messages.ts'

export type TakenBackReason = 'invalid' | 'template_layer' | 'unsound' | 'step' | 'vote'

/** How a record stands in the document: absent, readable, or something that is no record. */
export type RecordForm =
  | { readonly form: 'absent' }
  | { readonly form: 'unreadable' }
  | { readonly form: 'record'; readonly record: BoardRecord }

/**
 * Decides whether one record may become what an update made of it. What it points to is looked at later, once every
 * record of the update has been judged.
 *
 * @returns undefined when it may.
 */
export function judgeRecord(
  id: string,
  now: RecordForm,
  previous: BoardRecord | undefined,
  role: Role,
  isStoredFile: (source: string) => boolean,
): TakenBackReason | undefined {
  if (now.form === 'unreadable') return 'invalid'
  if (now.form === 'absent') {
    if (!previous) return undefined
    if (id === documentRecordId || id === firstPageId) return 'unsound'
    return isTemplateLayer(previous) && role !== 'facilitator' ? 'template_layer' : undefined
  }
  const { record } = now
  if (record.typeName === 'document' && id !== documentRecordId) return 'invalid'
  if (findRecordFault(record, previous)) return 'invalid'
  const isOfTemplate = isTemplateLayer(record) || (previous !== undefined && isTemplateLayer(previous))
  if (role !== 'facilitator' && isOfTemplate && !isSame(record, previous)) {
    return 'template_layer'
  }
  const source = pictureOf(record)
  if (source !== null && source !== (previous && pictureOf(previous)) && !isStoredFile(source)) return 'invalid'
  return undefined
}

/** Zones and pages are facilitators' to make, name and take away. */
function isTemplateLayer(record: BoardRecord): boolean {
  return isZone(record) || record.typeName === 'page'
}

/** The `src` of an image asset; null for one that has none yet, and for everything else. */
function pictureOf(record: BoardRecord): string | null {
  if (record.typeName !== 'asset' || record.type !== 'image') return null
  const src = record.props?.src
  return typeof src === 'string' ? src : null
}
