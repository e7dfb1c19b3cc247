import type { LocalText, NoteKind, ZoneBackground } from '../board/zone-shape.ts'
import type { StepMode } from '../session/modes.ts'

export const templateCategories = [
  'cafe',
  'sprint',
  'foresight',
  'ecosystem',
  'policy',
  'start-up',
  'co-design',
  'hand-over',
] as const
export type TemplateCategory = (typeof templateCategories)[number]

/** Where a zone lies, in cells of `zoneCell`. A zone may span several. */
export type ZonePlace = {
  readonly column: number
  readonly row: number
  readonly columns?: number
  readonly rows?: number
}

export type TemplateZone = {
  readonly key: string
  readonly heading: LocalText
  readonly prompt: LocalText
  /** Why the zone is there, for facilitators and the report. */
  readonly purpose: LocalText
  readonly noteKinds: readonly NoteKind[]
  readonly isVotable: boolean
  readonly capacity: number
  readonly background: ZoneBackground
  readonly labels: readonly LocalText[]
  readonly backgroundAlt: LocalText
  readonly place: ZonePlace
}

export type TemplateStep = {
  readonly key: string
  readonly title: LocalText
  /** 0 stands for work before the session. */
  readonly minutes: number
  readonly mode: StepMode
  /** Mode `private`: who wrote a note is stored nowhere once it is revealed. */
  readonly isAnonymous?: boolean
  /** The zones people are brought to; several in mode `tables`. */
  readonly zones: readonly string[]
  readonly prompt: LocalText
  /** For facilitators only. */
  readonly notes: LocalText
}

/** A board's beginning: zones, and the run of show that leads through them. One typed file each. */
export type Template = {
  readonly id: string
  /** Raised with every change, so that a board knows what it began from. */
  readonly version: number
  readonly title: LocalText
  readonly summary: LocalText
  readonly category: TemplateCategory
  readonly people: { readonly min: number; readonly max: number }
  readonly minutes: number
  readonly stage: 'idea' | 'sprint' | 'pilot' | 'handed-over'
  /** Where the method comes from, credited on the template's page. */
  readonly origin: LocalText
  readonly zones: readonly TemplateZone[]
  readonly steps: readonly TemplateStep[]
}

/** What fits in two lines under a heading, on a zone of one cell. */
export const maxPromptLength = 130
export const maxHeadingLength = 32

/** Canvas units: zones align to this grid, in reading order. */
export const zoneCell = { w: 1_600, h: 1_000, gap: 160 } as const
