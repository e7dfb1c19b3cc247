import type { BoardRecord } from './board-records.ts'
import { type LocalText, localise } from './local-text.ts'

/** A page of a board. Its title in several languages is a template's; who renames it says one for everybody. */
export function pageRecord(id: string, place: number, title: LocalText): BoardRecord {
  return { id, typeName: 'page', name: title.en, index: pageIndex(place), meta: { title } }
}

/** @param place - from 0. @returns one of tldraw's keys of order: `a` and one digit are those of the first whole numbers. */
function pageIndex(place: number): string {
  return `a${digits.charAt(place + 1)}`
}
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

type Page = { readonly name: string; readonly meta: Readonly<Record<string, unknown>> }

/** As the reader calls it. */
export function pageTitle({ name, meta }: Page, locale: string): string {
  const { title } = meta
  return isLocalText(title) ? localise(title, locale) : name
}

export function isLocalText(value: unknown): value is LocalText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'en' in value &&
    Object.values(value).every((text) => typeof text === 'string')
  )
}
