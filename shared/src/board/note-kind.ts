import type { BoardRecord } from './board-records.ts'
import { plainText } from './rich-text.ts'
import type { NoteKind } from './zone-shape.ts'

const kindByType: Readonly<Record<string, NoteKind>> = {
  note: 'note',
  text: 'text',
  bookmark: 'text',
  draw: 'drawing',
  highlight: 'drawing',
  geo: 'drawing',
  line: 'drawing',
  image: 'picture',
  arrow: 'arrow',
}

/** What a shape is to lists, phones and votes; undefined for what only holds others. */
export function noteKindOf({ typeName, type }: BoardRecord): NoteKind | undefined {
  return typeName === 'shape' ? kindByType[String(type)] : undefined
}

/** What a shape says; of a picture what it shows, as far as somebody has said so. */
export function wordsOf({ type, props }: BoardRecord): string {
  if (type === 'image') return typeof props?.altText === 'string' ? props.altText : ''
  if (type === 'arrow' && typeof props?.text === 'string') return props.text
  return plainText(props?.richText)
}
