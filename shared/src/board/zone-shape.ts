import { T } from '@tldraw/validate'
import { type LocalText, localText } from './local-text.ts'
import { type ZoneBackground, zoneBackgrounds } from './zone-backgrounds.ts'
import { type ZoneField, zoneFieldValidator } from './zone-fields.ts'

/** What may be put into a zone, as the list view, the phone and votes name it. */
export const noteKinds = ['note', 'text', 'drawing', 'picture', 'arrow'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What one direction of a background means, and what its two ends are. */
export type ZoneAxis = { readonly label: LocalText; readonly low: LocalText; readonly high: LocalText }

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
  /** Headings of columns, lanes, cards or steps, in order; see `backgroundRules`. */
  readonly labels: readonly LocalText[]
  /** What the background shows, for people who do not see it. Empty where it shows nothing. */
  readonly backgroundAlt: LocalText
  /** Why the zone is there, for facilitators and the report. This and what follows is missing on zones of older boards. */
  readonly purpose?: LocalText | undefined
  /** The zone's heading in a report, where it is another. */
  readonly reportHeading?: LocalText | undefined
  /** Heads of a table's rows, from the top. */
  readonly rows?: readonly LocalText[] | undefined
  readonly axes?: { readonly x: ZoneAxis; readonly y: ZoneAxis } | undefined
  /** Lines with a name across a table, each above the row of that number (from 0): "line of visibility". */
  readonly dividers?: readonly { readonly row: number; readonly label: LocalText }[] | undefined
  readonly frames?: number | undefined
  /** A table says at the end of each row in how many of its columns there is a note: "3 of 5". */
  readonly counts?: 'columns' | undefined
  /** What notes in the zone carry beside their words. */
  readonly fields?: readonly ZoneField[] | undefined
}

const axis = T.object({ label: localText, low: localText, high: localText })

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
  purpose: localText.optional(),
  reportHeading: localText.optional(),
  rows: T.arrayOf(localText).optional(),
  axes: T.object({ x: axis, y: axis }).optional(),
  dividers: T.arrayOf(T.object({ row: T.integer, label: localText })).optional(),
  frames: T.positiveInteger.optional(),
  counts: T.literalEnum('columns').optional(),
  fields: T.arrayOf(zoneFieldValidator).optional(),
}

export const zoneShapeType = 'zone'

export function isZone(record: { readonly typeName?: unknown; readonly type?: unknown }): boolean {
  return record.typeName === 'shape' && record.type === zoneShapeType
}
