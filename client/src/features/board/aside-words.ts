import { plainText } from '#shared/board/rich-text.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'

/** What somebody wrote in it; empty for what is only drawn. */
export function asideWords({ shape }: AsideItem): string {
  const { richText, text, name, heading } = shape.record.props ?? {}
  const words =
    richText === undefined ? [text, name, heading].find((value) => typeof value === 'string' && value) : undefined
  return (words === undefined ? plainText(richText) : String(words)).trim()
}
