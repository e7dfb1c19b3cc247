import { localise } from '#shared/board/local-text.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'

/** What somebody wrote in it; empty for what is only drawn. @param language - in which a zone says its heading */
export function asideWords({ shape: { record } }: AsideItem, language: string): string {
  const { richText, text, name, heading } = record.props ?? {}
  if (isZone(record)) return isLocalText(heading) ? localise(heading, language).trim() : ''
  const words = richText === undefined ? [text, name].find((value) => typeof value === 'string' && value) : undefined
  return (words === undefined ? plainText(richText) : String(words)).trim()
}

function isLocalText(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
}
