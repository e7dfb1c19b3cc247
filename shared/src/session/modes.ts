/** What people do in a step. One a step; server and client read what it allows from `modeRules`. */
export const stepModes = ['brief', 'private', 'open', 'vote', 'tables', 'present', 'break'] as const
export type StepMode = (typeof stepModes)[number]

/**
 * Where somebody who is no facilitator may write on the board.
 * `board`: anywhere, or in the step's zones where the step says so. `own-layer`: only where nobody else sees it.
 * `own-table`: in the zone of her table. `nowhere`: she looks on.
 */
export type WritingPlace = 'board' | 'own-layer' | 'own-table' | 'nowhere'

export type ModeRule = {
  readonly writing: WritingPlace
  /** People are brought to the step's zone when it begins. */
  readonly movesView: boolean
  /**
   * What a step of this mode is run as. Writing alone and tables are run as open steps, kept to their zones, as long as
   * there are no layers of one's own and no seating: people are told what is, and promised nothing else.
   */
  readonly runsAs: StepMode
}

export const modeRules: Readonly<Record<StepMode, ModeRule>> = {
  /** The facilitator shows, others look on. */
  brief: { writing: 'nowhere', movesView: true, runsAs: 'brief' },
  /** Shown as "write alone". */
  private: { writing: 'own-layer', movesView: true, runsAs: 'open' },
  open: { writing: 'board', movesView: true, runsAs: 'open' },
  vote: { writing: 'nowhere', movesView: true, runsAs: 'vote' },
  tables: { writing: 'own-table', movesView: true, runsAs: 'open' },
  /** Speakers in turn. */
  present: { writing: 'nowhere', movesView: true, runsAs: 'present' },
  break: { writing: 'board', movesView: false, runsAs: 'break' },
}

/** What a step may offer for writing. Selecting, moving the view and pointing are always there. */
export const stepTools = ['note', 'text', 'draw', 'shape', 'arrow', 'picture'] as const
export type StepTool = (typeof stepTools)[number]
