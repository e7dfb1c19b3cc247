import type { Editor, TLNoteShape } from 'tldraw'
import { sayValues } from '#shared/board/said-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { type ChipPlan, layOutChips } from '#shared/picture/value-chips.ts'
import { noteSize } from '../note/note-box.ts'
import { writtenFields } from './note-fields.ts'

/** Where the values of a note are drawn, for a reader of a language. */
export function planChips(
  editor: Editor,
  shape: TLNoteShape,
  locale: string,
  fields: readonly ZoneField[] = writtenFields(editor, shape),
): ChipPlan {
  return layOutChips(sayValues(fields, shape.meta, locale), noteSize(shape), shape.props.scale, locale.startsWith('ar'))
}

/** Down to where they reach where there are two rows; the first lies in the gap between notes. */
export function chipsEnd({ chips }: ChipPlan): number {
  const [first] = chips
  return chips.reduce((end, { y, h }) => (y === first?.y ? end : Math.max(end, y + h)), 0)
}

/** How much of the note's lower edge they take; undefined where there are none. */
export function chipsOnEdge({ chips }: ChipPlan): { readonly from: number; readonly to: number } | undefined {
  const [first] = chips
  if (!first) return undefined
  const line = chips.filter(({ y }) => y === first.y)
  return { from: Math.min(...line.map(({ x }) => x)), to: Math.max(...line.map(({ x, w }) => x + w)) }
}
