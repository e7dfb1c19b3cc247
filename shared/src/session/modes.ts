/** What people do in a step. One a step; server and client read what it allows from `modeRules`. */
export const stepModes = ['brief', 'private', 'open', 'vote', 'tables', 'present', 'break'] as const
export type StepMode = (typeof stepModes)[number]

/**
 * Where somebody who is no facilitator may write on the board.
 * `board`: anywhere, or in the step's zones where the step says so. `own-layer`: only where nobody else sees it.
 * `own-table`: in the zone of her table where the step is kept to its zones, else anywhere. `nowhere`: she looks on.
 */
export type WritingPlace = 'board' | 'own-layer' | 'own-table' | 'nowhere'

export type ModeRule = {
  readonly writing: WritingPlace
  /** People are brought to the step's zone when it begins. */
  readonly movesView: boolean
  /** Everybody may point with the laser, where the step names no tools; facilitators may in all of them. */
  readonly hasLaser: boolean
  /**
   * What a step of this mode is run as: people are told what is, and promised nothing else.
   */
  readonly runsAs: StepMode
}

export const modeRules: Readonly<Record<StepMode, ModeRule>> = {
  /** The facilitator shows, others look on. */
  brief: { writing: 'nowhere', movesView: true, hasLaser: false, runsAs: 'brief' },
  /** Shown as "write alone". */
  private: { writing: 'own-layer', movesView: true, hasLaser: false, runsAs: 'private' },
  open: { writing: 'board', movesView: true, hasLaser: true, runsAs: 'open' },
  vote: { writing: 'nowhere', movesView: true, hasLaser: false, runsAs: 'vote' },
  tables: { writing: 'own-table', movesView: true, hasLaser: true, runsAs: 'tables' },
  /** Speakers in turn. */
  present: { writing: 'nowhere', movesView: true, hasLaser: true, runsAs: 'present' },
  break: { writing: 'board', movesView: false, hasLaser: true, runsAs: 'break' },
}

/** What a step may offer. Selecting, moving the view and pointing are always there. */
export const stepTools = ['note', 'text', 'draw', 'shape', 'arrow', 'picture', 'laser'] as const
export type StepTool = (typeof stepTools)[number]
