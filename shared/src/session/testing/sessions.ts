import { applyCommand } from '../apply-command.ts'
import type { SessionCommand } from '../commands.ts'
import { newSession } from '../plan-from-template.ts'
import type { Commander, Plan, Running, Session, Step } from '../session.ts'

export const fay: Commander = { participantId: 'fay', name: 'Fay', role: 'facilitator' }
export const gus: Commander = { participantId: 'gus', name: 'Gus', role: 'facilitator' }
export const ana: Commander = { participantId: 'ana', name: 'Ana', role: 'editor' }
export const vera: Commander = { participantId: 'vera', name: 'Vera', role: 'viewer' }

export function step(id: string, overrides: Partial<Step> = {}): Step {
  const said = { title: { en: id }, prompt: { en: '' }, notes: { en: `notes of ${id}` } }
  const rest = { zones: [], tools: [], isKeptToZones: false, isAnonymous: false, feeds: [] }
  return { id, ...said, minutes: 10, mode: 'open', ...rest, ...overrides }
}

/** Starts at 1,000,000 ms. */
export function plan(overrides: Partial<Plan> = {}): Plan {
  return {
    title: 'Café',
    startsAtMs: 1_000_000,
    timeZone: 'Pacific/Fiji',
    format: 'hybrid',
    meetingUrl: null,
    expectedPeople: null,
    steps: [step('one'), step('two'), step('three')],
    ...overrides,
  }
}

export function session(overrides: Partial<Session> = {}): Session {
  return { ...newSession('session-1', 'board-1', plan(), 'fay'), ...overrides }
}

let ids = 0
/** What became of it, or why not. */
export function say(
  before: Session,
  command: SessionCommand,
  { by = fay, nowMs = 1_000_000 }: { by?: Commander; nowMs?: number } = {},
): Session | string {
  const applied = applyCommand(before, command, {
    nowMs,
    by,
    newId: () => {
      ids += 1
      return `new-${ids}`
    },
  })
  return applied.status === 'refused' ? applied.code : applied.session
}

/** Says one after the other; each has to be taken. */
export function having(
  before: Session,
  ...said: (SessionCommand | [SessionCommand, Parameters<typeof say>[2]])[]
): Session {
  return said.reduce((now: Session, one) => {
    const next = Array.isArray(one) ? say(now, one[0], one[1]) : say(now, one)
    if (typeof next === 'string') throw new Error(`refused: ${next}`)
    return next
  }, before)
}

export function running({ run }: Session): Running {
  if (run.status !== 'running') throw new Error(`the session is ${run.status}`)
  return run
}
