import { T } from '@tldraw/validate'
import { type LocalText, localText } from './local-text.ts'

/** How a value is shown beside its word: never by colour alone. */
export const valueTones = ['good', 'fair', 'poor', 'neutral'] as const
export type ValueTone = (typeof valueTones)[number]

type Named = {
  /** Stable within the zone: what notes keep their value by. */
  readonly key: string
  readonly label: LocalText
}
/** One of several words; each has a symbol of one or two characters. */
export type ChoiceField = Named & {
  readonly kind: 'choice'
  readonly options: readonly {
    readonly value: string
    readonly word: LocalText
    readonly symbol: string
    readonly tone: ValueTone
  }[]
}
/** A whole number; with an axis, where a note lies on the zone's background says the number, and the other way round. */
export type ScaleField = Named & {
  readonly kind: 'scale'
  readonly min: number
  readonly max: number
  /** A word for each value from `min` on, or none. */
  readonly words: readonly LocalText[]
  readonly axis: 'x' | 'y' | null
  /** The row (from 0) of a table or journey whose notes carry it; null for all of the zone's. */
  readonly row: number | null
}
/** Any number, as money or counts; `unit` is shown behind it. */
export type AmountField = Named & { readonly kind: 'amount'; readonly unit: LocalText }
/** A day, stored as "2026-11-22". */
export type DateField = Named & { readonly kind: 'date' }
/** A few words: an owner, a source. */
export type WordsField = Named & { readonly kind: 'words' }

/** What a method wants to know of each note beside its words. Notes carry the values. */
export type ZoneField = ChoiceField | ScaleField | AmountField | DateField | WordsField

const named = { key: T.string, label: localText }
export const zoneFieldValidator = T.union('kind', {
  choice: T.object({
    ...named,
    kind: T.literal('choice'),
    options: T.arrayOf(
      T.object({ value: T.string, word: localText, symbol: T.string, tone: T.literalEnum(...valueTones) }),
    ),
  }),
  scale: T.object({
    ...named,
    kind: T.literal('scale'),
    min: T.integer,
    max: T.integer,
    words: T.arrayOf(localText),
    axis: T.literalEnum('x', 'y').nullable(),
    row: T.integer.nullable(),
  }),
  amount: T.object({ ...named, kind: T.literal('amount'), unit: localText }),
  date: T.object({ ...named, kind: T.literal('date') }),
  words: T.object({ ...named, kind: T.literal('words') }),
})
