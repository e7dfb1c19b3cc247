import { T } from '@tldraw/validate'

/** A text in several languages, by BCP 47 tag. English is always there; readers fall back to it. */
export type LocalText = { readonly en: string } & Readonly<Record<string, string>>

/** What may be put into a zone, as the list view, the phone and votes name it. */
export const noteKinds = ['note', 'text', 'drawing', 'picture', 'arrow'] as const
export type NoteKind = (typeof noteKinds)[number]

/** Quiet lines behind a zone's content. Labels are drawn by each reader in her own language. */
export const zoneBackgrounds = [
  'plain',
  'cloth',
  'columns',
  'grid',
  'lanes',
  'islands',
  'steps',
  'cards',
  'target',
] as const
export type ZoneBackground = (typeof zoneBackgrounds)[number]

export type ZoneProps = {
  readonly w: number
  readonly h: number
  /** Stable within a board: what a template, a step and a report call the zone ("idea-gallery"). */
  readonly key: string
  /** Reading order, from 1. */
  readonly order: number
  readonly heading: LocalText
  readonly prompt: LocalText
  readonly noteKinds: readonly NoteKind[]
  readonly isVotable: boolean
  /** How many notes or people the zone is meant for; 0 says nothing. */
  readonly capacity: number
  readonly background: ZoneBackground
  /** Headings of columns, lanes, cards or steps, in order. */
  readonly labels: readonly LocalText[]
  /** What the background shows, for people who do not see it. Empty where it shows nothing. */
  readonly backgroundAlt: LocalText
}

const localText = T.dict(T.string, T.string)

/** Validators in tldraw's own terms: the client's shape util and the server's check use the same ones. */
export const zoneShapeProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  key: T.string,
  order: T.integer,
  heading: localText,
  prompt: localText,
  noteKinds: T.arrayOf(T.literalEnum(...noteKinds)),
  isVotable: T.boolean,
  capacity: T.positiveInteger,
  background: T.literalEnum(...zoneBackgrounds),
  labels: T.arrayOf(localText),
  backgroundAlt: localText,
}

export const zoneShapeType = 'zone'

/** The reader's language, then its base ("pt" for "pt-BR"), then English. */
export function localise(text: Readonly<Record<string, string>>, locale: string): string {
  return text[locale] ?? text[locale.split('-')[0] ?? ''] ?? text.en ?? ''
}

export function isZone(record: { readonly typeName?: unknown; readonly type?: unknown }): boolean {
  return record.typeName === 'shape' && record.type === zoneShapeType
}
