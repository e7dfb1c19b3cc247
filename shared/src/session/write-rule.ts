import type { Role } from '../protocol/messages.ts'
import { modeRules } from './modes.ts'
import type { Session, Step } from './session.ts'
import { runningRound, type TableCourse, tableOf } from './tables/rounds.ts'

/** Where on the board somebody may write right now. `nowhere` says why not; `alone`: into her own layer only. */
export type WriteRule =
  | { readonly place: 'anywhere' }
  | { readonly place: 'zones'; readonly zones: readonly string[] }
  | { readonly place: 'nowhere'; readonly reason: 'frozen' | 'muted' | 'mode' | 'alone' }

/** What the rule needs to know of a session: a view of it will do. */
export type WriteState = Omit<TableCourse, 'plan'> & {
  readonly plan: { readonly steps: readonly Pick<Step, 'id' | 'mode' | 'zones' | 'isKeptToZones'>[] }
  readonly attention: Pick<Session['attention'], 'isFrozen'>
  readonly muted: readonly string[]
}

const anywhere: WriteRule = { place: 'anywhere' }

/**
 * The server's check of every record and the client's canvas both ask here. Facilitators are never held. A viewer's
 * role is another matter: she never writes at all.
 *
 * @param session - undefined for a board without one
 */
export function writeRuleOf(
  session: WriteState | undefined,
  { participantId, role }: { readonly participantId: string; readonly role: Role },
): WriteRule {
  if (!session || role === 'facilitator' || session.run.status === 'ended') return anywhere
  if (session.muted.includes(participantId)) return { place: 'nowhere', reason: 'muted' }
  if (session.attention.isFrozen) return { place: 'nowhere', reason: 'frozen' }
  const { run } = session
  const step = run.status === 'running' ? session.plan.steps.find(({ id }) => id === run.stepId) : undefined
  return step ? ruleOfStep(step, ownTable(session, participantId)) : anywhere
}

/** The zone of her table in the step that runs. */
function ownTable(session: WriteState, participantId: string): string | undefined {
  const round = runningRound(session)
  return round && tableOf(round, participantId)
}

/** @param table - who has none yet may write at all of them */
function ruleOfStep(
  { mode, zones, isKeptToZones }: Pick<Step, 'mode' | 'zones' | 'isKeptToZones'>,
  table: string | undefined,
): WriteRule {
  const { runsAs } = modeRules[mode]
  const { writing } = modeRules[runsAs]
  if (writing === 'nowhere') return { place: 'nowhere', reason: 'mode' }
  if (writing === 'own-layer') return { place: 'nowhere', reason: 'alone' }
  const isKept = (isKeptToZones || runsAs !== mode) && zones.length > 0
  if (!isKept) return anywhere
  return { place: 'zones', zones: writing === 'own-table' && table !== undefined ? [table] : zones }
}

/**
 * Whether a shape may be where it is. It is asked of the place before a change and of the one after it.
 *
 * @param zone - the key of the innermost zone that the shape lies in; undefined outside of all
 */
export function mayWriteIn(rule: WriteRule, zone: string | undefined): boolean {
  switch (rule.place) {
    case 'anywhere':
      return true
    case 'nowhere':
      return false
    case 'zones':
      return zone !== undefined && rule.zones.includes(zone)
  }
}
