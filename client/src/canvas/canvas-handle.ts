import type { Elsewhere } from '#shared/board/origin.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { NoteKind } from '#shared/board/zone-shape.ts'
import type { Readable } from '../sync/readable.ts'
import type { CanvasItems } from './items/canvas-items.ts'
import type { CanvasValues, FieldState } from './values/canvas-values.ts'
import type { CanvasZones } from './zoning/canvas-zones.ts'

/** A page of the board, in their order. */
export type PageSummary = {
  readonly id: string
  /** In the reader's language, where a template gave it. */
  readonly title: string
}

export type ZoneSummary = {
  readonly id: string
  readonly pageId: string
  readonly key: string
  readonly order: number
  readonly heading: string
  /** What it is called among all others: with its page where zones of several pages have one heading. */
  readonly name: string
  readonly prompt: string
  /** What it is meant for, and whether to be voted on. */
  readonly noteKinds: readonly NoteKind[]
  readonly isVotable: boolean
  /** What the parts of its background are called, in their order; empty where it has none. */
  readonly cells: readonly string[]
  /** What the background shows of the notes, in words: "First look: 3 of 5". */
  readonly told: readonly string[]
  /** What it asks of each of its notes. */
  readonly fields: readonly ZoneField[]
}

/** One thing somebody wrote, as the list beside the canvas shows it: in reading order, under its zone. */
export type NoteSummary = {
  readonly id: string
  /** Undefined for what lies outside every zone. */
  readonly zoneId: string | undefined
  /** What the part of the zone's background is called in which it lies; empty in none. */
  readonly cell: string
  readonly kind: 'note' | 'text' | 'shape' | 'frame'
  readonly text: string
  /** What its zone asks of it, and what it says. */
  readonly fields: readonly FieldState[]
  /** Nobody else sees it. */
  readonly isAlone: boolean
  /** What it is a copy of. */
  readonly from: Carried | undefined
  /** What it is a copy of, where that is on another board. */
  readonly fromBoard: CarriedFromBoard | undefined
  /** Its copies in other zones. */
  readonly wentTo: readonly Carried[]
}

/** The other end of a copy: the note itself, or the zone where that is gone. */
export type Carried = {
  readonly noteId: string | undefined
  /** Undefined outside of all zones. */
  readonly zoneId: string | undefined
}

/** A copy's original on another board: where it lay, when it was carried over, and how many votes it had. */
export type CarriedFromBoard = Elsewhere & { readonly noteId: string; readonly zoneKey: string | undefined }

/** What the page around the canvas may do with it. Nothing of tldraw's own types leaks out of `client/src/canvas/`. */
export interface CanvasHandle {
  readonly zones: Readable<readonly ZoneSummary[]>
  readonly notes: Readable<readonly NoteSummary[]>
  /** Nothing lies on any page, zones included. */
  readonly isEmpty: Readable<boolean>
  /** How many notes nobody but this person sees, by the key of their zone, counted as everybody's are. */
  readonly aloneByZone: Readable<Readonly<Record<string, number>>>
  /** Of what is selected, the shapes that nobody else sees. */
  readonly selectedAlone: Readable<readonly string[]>
  /** Records that are kept aside because they do not validate here. */
  readonly hiddenCount: Readable<number>
  /** Awareness client id of whom one follows. Cleared by the canvas when the person moves the view herself. */
  readonly following: Readable<number | null>
  follow(clientId: number | null): void
  /** Of every board at least one. */
  readonly pages: Readable<readonly PageSummary[]>
  /** The one that this person looks at. */
  readonly pageId: Readable<string>
  /** By awareness client id, where others look at another one. */
  readonly pagesOfOthers: Readable<Readonly<Record<string, string>>>
  /** Shows it as this person last saw it. */
  goToPage(pageId: string): void
  /** @returns false where there are as many as there may be. */
  addPage(title: string): boolean
  renamePage(pageId: string, title: string): void
  /** @returns false where something lies on it, or it is the first: then nothing happens. */
  removePage(pageId: string): boolean
  goToZone(zoneId: string): void
  /** Shows all of them that lie on the first one's page together, as large as they can be; without any, the whole page. */
  goToZones(zoneIds: readonly string[]): void
  /** The same where it is the session that wants her there. */
  bringToZones(zoneIds: readonly string[]): void
  /** Rises whenever the person goes somewhere by a button or a list: to a zone, a page, a note, or after somebody. */
  readonly wentCount: Readable<number>
  /** Ids of the zones of which enough can be seen to work there. */
  readonly zonesInView: Readable<readonly string[]>
  /** The same for another client, as it told last; undefined where it has told nothing. Worked out when it is asked for. */
  zonesSeenBy(clientId: number): readonly string[] | undefined
  /** While held, the person cannot move the view herself. `goToZone` still does. */
  holdView(isHeld: boolean): void
  /** Brings the shape into view and selects it; with `edit`, starts typing in it. @returns false where it is gone. */
  goToNote(noteId: string, options?: { readonly edit?: boolean }): boolean
  /** Puts a new note into the zone (or the middle of the view), and returns its id. @param cell - of the zone's, by place */
  addNote(zoneId: string | undefined, text: string, cell?: number): string | undefined
  setNoteText(noteId: string, text: string): void
  zoomToFit(): void
  /** Fetches the pictures that wait to be asked for while data is saved. */
  loadPictures(): void
  /** What lies on the board piece by piece, for those who mark it, vote on it or put it in order. */
  readonly items: CanvasItems
  readonly values: CanvasValues
  readonly zoning: CanvasZones
  focus(): void
}
