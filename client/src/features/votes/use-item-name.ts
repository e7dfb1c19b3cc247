import { useTranslation } from 'react-i18next'
import type { NoteKind } from '#shared/board/zone-shape.ts'

const mostLetters = 60

/** Its words as far as a button or a voice can say them, or what it is. */
export function useItemName(): (item: { readonly text: string; readonly kind: NoteKind | null }) => string {
  const { t } = useTranslation('votes')
  return ({ text, kind }) => {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line === '') return t(`kind.${kind ?? 'note'}`)
    return line.length > mostLetters ? `${line.slice(0, mostLetters - 1).trimEnd()}…` : line
  }
}
