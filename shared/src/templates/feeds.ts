/** What one template's board decides, and the zone of another template's board in which that is needed. */
export type Feed = {
  readonly from: string
  readonly zones: readonly string[]
  readonly to: string
  readonly into: string
  /** Of two tables with the same stages: which row of the one, from 0, is which of the other. */
  readonly rows?: Readonly<Record<number, number>> | undefined
}

type Place = { readonly template: string; readonly zones: readonly string[] }
type Need = { readonly template: string; readonly zone: string; readonly rows?: Feed['rows'] }

const pilotCards: readonly Place[] = [
  { template: 'innovation-cafe-hybrid', zones: ['pilot-card-1', 'pilot-card-2', 'pilot-card-3'] },
  { template: 'design-sprint-friday-test', zones: ['pilot-card'] },
  { template: 'design-sprint-week', zones: ['friday-pilot-card'] },
]
const sprintInboxes: readonly Need[] = [
  { template: 'design-sprint-monday-map', zone: 'hmw-inbox' },
  { template: 'design-sprint-week', zone: 'monday-hmw-inbox' },
]

/** Doing, touchpoints and people are what the customer does, sees, and whom she meets. */
const blueprintRows = { 0: 1, 3: 0, 4: 2 } as const
/** Pains are where it fails. */
const failureRows = { 0: 3 } as const

/** The pairs that methods name: the template itself is named on both sides, so none of the two owns them. */
export const feeds: readonly Feed[] = [
  ...between([{ template: 'how-might-we', zones: ['chosen', 'clusters'] }], sprintInboxes),
  ...between(
    [{ template: 'journey-map', zones: ['how-might-we'] }],
    [{ template: 'how-might-we', zone: 'hmw-inbox' }, ...sprintInboxes],
  ),
  ...between(
    [{ template: 'horizon-scan', zones: ['impact-uncertainty', 'drivers', 'signals'] }],
    [{ template: 'scenario-matrix', zone: 'uncertainties' }],
  ),
  ...between(
    [{ template: 'persona', zones: ['goals', 'tasks', 'pains'] }],
    [{ template: 'journey-map', zone: 'frame' }],
  ),
  ...between(
    [{ template: 'journey-map', zones: ['journey'] }],
    [{ template: 'service-blueprint', zone: 'blueprint', rows: blueprintRows }],
  ),
  ...between(
    [{ template: 'journey-map', zones: ['findings'] }],
    [{ template: 'service-blueprint', zone: 'underneath', rows: failureRows }],
  ),
  ...between([{ template: 'persona', zones: ['who', 'goals'] }], [{ template: 'service-blueprint', zone: 'frame' }]),
  ...between([{ template: 'persona', zones: ['pains'] }], [{ template: 'service-blueprint', zone: 'weak-points' }]),
  ...between(
    [{ template: 'feedback-capture-grid', zones: ['decide', 'grid'] }],
    [
      { template: 'design-sprint-friday-test', zone: 'pilot-card' },
      { template: 'design-sprint-week', zone: 'friday-pilot-card' },
      { template: 'innovation-cafe-hybrid', zone: 'pilot-card-1' },
    ],
  ),
  ...between(pilotCards, [{ template: 'pilot-to-scale-handover', zone: 'proven' }]),
]

/** Any note may become an action there. */
export const actionsAt: Need = { template: 'action-tracker', zone: 'new-actions' }

function between(from: readonly Place[], to: readonly Need[]): Feed[] {
  return from.flatMap(({ template, zones }) =>
    to.map(({ template: to, zone: into, ...rest }): Feed => ({ from: template, zones, to, into, ...rest })),
  )
}
