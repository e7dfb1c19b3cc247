import { type Editor, isShapeId } from 'tldraw'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { fieldsOf, readValue } from '#shared/board/note-values.ts'
import { plainText } from '#shared/board/rich-text.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { sortInReadingOrder } from '../handle/board-content.ts'
import { isNote } from '../note/is-note.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { NoteWithValues, ZoneValues } from './canvas-values.ts'
import { cellOf, fieldsOfNote } from './note-fields.ts'

/** What is written alone and not revealed is no part of it: nobody else can count it. */
export function readZoneValues(editor: Editor, context: CanvasContext, zoneId: string): ZoneValues | undefined {
  const zone = isShapeId(zoneId) ? editor.getShape(zoneId) : undefined
  if (!isZoneShape(zone)) return undefined
  const aloneIds = context.aloneIds.get()
  const within = [...editor.getShapeAndDescendantIds([zone.id])].flatMap((id) => editor.getShape(id) ?? [])
  const notes = within.filter(isNote).filter(({ id }) => !aloneIds.has(id))
  const { labels, rows } = zone.props
  const { cells } = planOf(zone.props)
  const isTable = cells.some(({ row }) => row !== undefined)
  return {
    key: zone.props.key,
    fields: fieldsOf(zone),
    cells: cells.map(({ index, words }) => ({ index, words })),
    table: isTable && rows ? { columns: labels, rows } : undefined,
    notes: sortInReadingOrder(editor, context, notes)
      .filter(isNote)
      .map((note): NoteWithValues => {
        const cell = cellOf(editor, note, zone)
        const values = fieldsOfNote(editor, note).flatMap((field) => {
          const value = readValue(field, note.meta)
          return value === undefined ? [] : [[field.key, value] as const]
        })
        return {
          id: note.id,
          text: plainText(note.props.richText).trim(),
          cell: cell && { index: cell.index, words: cell.words, row: cell.row, column: cell.column },
          values: Object.fromEntries(values),
        }
      }),
  }
}
