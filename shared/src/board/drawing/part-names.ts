import type { LocalText } from '../local-text.ts'
import type { ZoneProps } from '../zone-shape.ts'
import type { ZoneCell } from './plan.ts'

/** What the background calls a part of it: of a table its column and its row, of eight panels all of them together. */
export function labelsOfCell(
  { labels, rows = [] }: Pick<ZoneProps, 'labels' | 'rows'>,
  { column, row, words }: ZoneCell,
): readonly LocalText[] {
  if (column !== undefined) return [labels[column], row === undefined ? undefined : rows[row]].filter(isSaid)
  const own = labels.find(({ en }) => words.en === en || words.en.startsWith(`${en}: `))
  return [own ?? words].filter(isSaid)
}

function isSaid(label: LocalText | undefined): label is LocalText {
  return label !== undefined && label.en.trim() !== ''
}
