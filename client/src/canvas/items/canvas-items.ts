import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Origin } from '#shared/board/origin.ts'
import type { NoteKind } from '#shared/board/zone-shape.ts'
import type { DotPoint } from '#shared/session/votes/vote-setup.ts'
import type { Readable, Writable } from '../../sync/readable.ts'

/** One thing somebody put on the board, as lists and votes name it. */
export type BoardItem = {
  readonly id: string
  readonly kind: NoteKind
  /** Undefined for what lies outside every zone. */
  readonly zoneId: string | undefined
  readonly zoneKey: string | undefined
  readonly text: string
  /** What it is a copy of. */
  readonly origin: Origin | undefined
}

/** In pixels of the overlay, which moves with the board and keeps the size of the page. */
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export type ItemPlace = Box & {
  readonly id: string
  /** A picture as it is turned: from its own upper left corner. */
  readonly picture: (Box & { readonly rotation: number }) | undefined
}
export type PlacesInView = { readonly zoom: number; readonly places: readonly ItemPlace[] }

export type ZoneScores = {
  /** What else of the zone is not in this stays where it is. */
  readonly kinds: readonly NoteKind[]
  readonly of: ReadonlyMap<string, { readonly votes: number; readonly superVotes: number }>
}
export type SortOutcome = {
  /** Between two axes a place is two values: in rows, every note would say something else, so all of them stay. */
  readonly hasAxes: boolean
  readonly movedCount: number
  /** False where the zone is too low: the last ones lie below it. */
  readonly fits: boolean
  undo(): void
}
export type CopiedItem = {
  readonly id: string
  readonly text: string
  /** Where it lay, if it is gone. */
  readonly zoneKey: string | undefined
  /** Where the copy goes. */
  readonly zoneId: string
}
export type CopyOutcome = {
  /** All of those that were not there, or none where the board is full. */
  readonly copiedCount: number
  readonly thereCount: number
  undo(): void
}

export type PutOutcome = { readonly copiedCount: number; undo(): void }

export interface CanvasItems {
  /** What is put here lies over the board and under the tools; null until the canvas is drawn. */
  readonly overlay: Readable<HTMLElement | null>
  /** The one thing that is selected. */
  readonly selectedId: Readable<string | undefined>
  /** All that is selected, and what that holds. */
  readonly selectedIds: Readable<readonly string[]>
  /** Notes that somebody here wants to carry on, by the menu of the canvas; null when nobody does. */
  readonly carried: Writable<readonly string[] | null>
  select(id: string): void
  /** Tells what there is, in reading order: at once, and again when it changes. @returns the stop */
  watch(take: (items: readonly BoardItem[]) => void): () => void
  /** Tells where these lie, as far as they are in view. @returns the stop */
  watchPlaces(ids: readonly string[], take: (places: PlacesInView) => void): () => void
  /** Gets keys before the canvas does; `take` says whether it has used one. @returns the stop */
  takeKeys(take: (key: string) => boolean): () => void
  /** Tells of taps inside of these, and where in them. @returns the stop */
  takeTaps(ids: () => readonly string[], take: (id: string, point: DotPoint) => void): () => void
  sortZone(zoneId: string, scores: ZoneScores): SortOutcome
  /** Puts each text into the zone as a note, as one change. @returns how many, which is all or none */
  addNotes(zoneId: string, texts: readonly string[]): { readonly count: number; undo(): void }
  copyInto(items: readonly CopiedItem[]): CopyOutcome
  /** Of these, what lies in a part that the zone has, too, and what that is called; undefined where there is none. */
  fitting(
    zoneId: string,
    ids: readonly string[],
  ): { readonly part: string; readonly ids: readonly string[] } | undefined
  /** Puts down copies of things on other boards, board by board: all of them, or none where the board is full. */
  putCopies(groups: readonly (readonly BoardRecord[])[]): PutOutcome
}
