import type { ZoneProps } from '#shared/board/zone-shape.ts'
import type { Readable } from '../../sync/readable.ts'

/** Why no zone was made: it would have lain over one, or there are as many as there may be. Another one each time. */
export type ZoneRefusal = { readonly reason: 'overlap' | 'most' }

export type RemovedZone = {
  readonly key: string
  readonly heading: string
  /** How many things stay on the page. */
  readonly kept: number
  /** Brings it back with what lay in it and has stayed where it was, whatever else was done meanwhile. */
  undo(): void
}

/** A zone that was to be deleted. */
export type AskedZone = { readonly key: string; readonly heading: string }

/** A zone of the page that is looked at, for those who put zones in order. */
export type ZoneRow = {
  readonly id: string
  readonly key: string
  readonly heading: string
  /** What lies in it that a list shows. */
  readonly noteCount: number
  /** Headings of zones that it lies over. */
  readonly over: readonly string[]
}

/** What facilitators do with zones. Everything is one step for undo, and nothing happens for those who may not. */
export interface CanvasZones {
  /** While it is on, zones have numbers on the board. */
  readonly isOn: Readable<boolean>
  open(isOn: boolean): void
  /** In their order. */
  readonly rows: Readable<readonly ZoneRow[]>
  /** Whether the tool that draws them is in hand. */
  readonly isDrawing: Readable<boolean>
  /** The zone whose form is open; the canvas opens it as well. */
  readonly editedId: Readable<string | null>
  edit(zoneId: string | null): void
  /** Why the last one was not made. */
  readonly refused: Readable<ZoneRefusal | undefined>
  draw(isOn: boolean): void
  /** Where there is room for it. Its name is asked for on the board. */
  add(): void
  duplicate(zoneId: string): void
  /** @param to - place among the zones of its page, from 0 */
  order(zoneId: string, to: number): void
  /** @returns undefined where nothing was deleted: it may have to be asked first. */
  remove(zoneId: string): RemovedZone | undefined
  /** Keys of the zones that are not deleted before that was asked, by whatever way on this device. */
  setInUse(keys: ReadonlySet<string>): void
  /** Zones that were to be deleted, with whatever else was chosen, and one of these among them. None: nothing is asked. */
  readonly asked: Readable<readonly AskedZone[]>
  /** @returns the zone, where it was all that was to be deleted. */
  answer(isSure: boolean): RemovedZone | undefined
  read(zoneId: string): ZoneProps | undefined
  change(zoneId: string, changes: Partial<ZoneProps>): void
  /** In which the board's zones say something: what one writes is wanted in these. English first. */
  languages(): readonly string[]
}
