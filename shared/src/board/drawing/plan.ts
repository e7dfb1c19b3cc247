import type { LocalText } from '../local-text.ts'
import type { ZoneProps } from '../zone-shape.ts'

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
/** `most` is the size at which its words still fit when the board is looked at from afar: see `sizeAt`. */
export type TextBox = Box & { readonly size: number; readonly most: number }
/** `edge` is how near to its sides the middle of a note may come, so that the note stays on it. */
export type Plot = Box & { readonly edge: number }
export type Point = { readonly x: number; readonly y: number }

/** What the drawing of a zone depends on. */
export type PlannedZone = Pick<
  ZoneProps,
  'w' | 'h' | 'background' | 'labels' | 'rows' | 'axes' | 'dividers' | 'frames' | 'fields' | 'counts'
> &
  Partial<Pick<ZoneProps, 'heading' | 'prompt' | 'capacity'>>

/** Where a zone's heading, prompt, words and quiet lines lie, in the zone's own units. */
export type ZonePlan = {
  readonly heading: TextBox
  readonly prompt: TextBox
  /** What heading and prompt leave. */
  readonly body: Box
  /** Where new notes are put: the part of the body that is not for words. */
  readonly notes: Box
  readonly marks: readonly ZoneMark[]
  readonly labels: readonly ZoneLabel[]
  /** The first that holds a place is the one it belongs to. */
  readonly cells: readonly ZoneCell[]
  /** Where two axes measure: from the left and from below. */
  readonly plot?: Plot
  /** Of places for single notes that are drawn: how far the middle of one is from the next one's. */
  readonly pitch?: { readonly w: number; readonly h: number }
}

/**
 * How a line of the background looks: `panel` is filled a shade darker and has no edge, `sunken` has one, `raised` is
 * filled as the zone is; `axis` is a strong line, `solid` a small filled thing; `curve`, `dot` and `filled` show what notes say.
 */
export type MarkLook =
  | 'line'
  | 'hair'
  | 'dashed'
  | 'panel'
  | 'sunken'
  | 'raised'
  | 'axis'
  | 'axis-dashed'
  | 'solid'
  | 'curve'
  | 'dot'
  | 'filled'

export type ZoneMark =
  | ({ readonly kind: 'rect'; readonly radius: number; readonly look: MarkLook } & Box)
  | { readonly kind: 'path'; readonly d: string; readonly look: MarkLook }

/** Words of the background, each reader's in her own language, at a size at which all languages fit. */
export type ZoneLabel = TextBox & {
  readonly text: LocalText
  /** `start` follows the language's direction; the others do not. */
  readonly align: 'start' | 'left' | 'middle' | 'right'
  readonly verticalAlign: 'start' | 'middle' | 'end'
  readonly weight: 'strong' | 'plain'
  /** Read from the bottom up: the box is where the words lie once they are turned. */
  readonly isTurned: boolean
}

const cellKinds = [
  'column',
  'lane',
  'card',
  'step',
  'part',
  'quadrant',
  'cell',
  'ring',
  'slice',
  'frame',
  'panel',
  'horizon',
] as const
export type CellKind = (typeof cellKinds)[number]

/** A part of a background in which a note means something. */
export type ZoneCell = {
  readonly kind: CellKind
  /** From 0, in the order of the labels; of a table row after row. */
  readonly index: number
  /** Of a table: which column and row. */
  readonly column?: number
  readonly row?: number
  readonly words: LocalText
  /** Room for notes that are put into the cell. */
  readonly box: Box
  /** Where the cell is no box: all of its rooms for notes that are so high. */
  readonly rooms?: (high: number) => readonly Box[]
  /** Rooms over and between those, for when they are full. */
  readonly spare?: (high: number) => readonly Box[]
  readonly holds: (place: Point) => boolean
}

/** What a family of backgrounds draws from, and what it draws. */
export type Ground = { readonly body: Box; readonly scale: number; readonly zone: PlannedZone }
export type Drawing = Partial<Pick<ZonePlan, 'marks' | 'labels' | 'cells' | 'notes' | 'plot' | 'pitch'>>
