import type { LocalText } from '../board/local-text.ts'
import type { ZoneBackground } from '../board/zone-backgrounds.ts'
import type { NoteKind, ZoneProps } from '../board/zone-shape.ts'
import type { StepMode, StepTool } from '../session/modes.ts'
import type { GoesOn } from '../session/session.ts'

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

/** Of the pilot that the method serves: the stages a pilot goes through, or `any` of them. */
export const templateStages = ['idea', 'sprint', 'pilot', 'handed-over', 'any'] as const
export type TemplateStage = (typeof templateStages)[number]

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
  /** The page it lies on, by key; the first where nothing is said. */
  readonly page?: string
} & Pick<ZoneProps, 'reportHeading' | 'rows' | 'axes' | 'dividers' | 'frames' | 'counts' | 'fields'>

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
  /** Where other than all that the step's zones take. */
  readonly tools?: readonly StepTool[]
  /** People may write in the step's zones only; where nothing is said, in the modes `private` and `tables`. */
  readonly isKeptToZones?: boolean
  /** Keys of the zones in which what comes of this step is needed. */
  readonly feeds?: readonly string[]
  /** The minutes fall into so many equal parts, each of which is rung in: eight sketches in eight minutes. */
  readonly parts?: number
  /** Mode `vote`: how the round begins. */
  readonly vote?: TemplateVote
  /** Mode `break`, no minutes: the session rests until another day. */
  readonly goesOn?: GoesOn
}

/** `dots` each person has; whether several of them may go on one note; whether who voted for what is shown afterwards. */
export type TemplateVote = {
  readonly dots: number
  readonly isSeveralOnOne: boolean
  readonly isNamed: boolean
  /** Of the Decider, besides her dots; who that is, is said when the vote opens. */
  readonly superVotes?: number
  /** It binds nobody. */
  readonly isStraw?: boolean
  /** Dots lie at places inside of pictures. */
  readonly onPictures?: boolean
}

/** A page of a board that has several; keys are unique within the template. */
export type TemplatePage = { readonly key: string; readonly title: LocalText }

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
  readonly stage: TemplateStage
  /** Where the method comes from, credited on the template's page. */
  readonly origin: LocalText
  /** In their order; empty for a board of one page. */
  readonly pages?: readonly TemplatePage[]
  readonly zones: readonly TemplateZone[]
  readonly steps: readonly TemplateStep[]
}

/** What fits in two lines under a heading, on a zone of one cell. */
export const maxPromptLength = 130
export const maxHeadingLength = 32

/** Canvas units: zones align to this grid, in reading order. */
export const zoneCell = { w: 1_600, h: 1_000, gap: 160 } as const
