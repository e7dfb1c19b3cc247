import { applyCommand } from '#shared/session/apply-command.ts'
import { newSession } from '#shared/session/plan-from-template.ts'
import type { Plan, Step } from '#shared/session/session.ts'
import { type SessionView, viewOf } from '#shared/session/view.ts'
import { newStep } from './new-step.ts'

const ana = { participantId: 'ana', name: 'Ana', role: 'facilitator' } as const

export function step(id: string, changes: Partial<Step> = {}): Step {
  return { ...newStep(), id, title: { en: `Step ${id}` }, ...changes }
}

export type SessionViewOptions = {
  readonly steps?: readonly Step[]
  readonly plan?: Partial<Plan>
  /** Runs, and is in this step; else it is planned. */
  readonly run?: string
  readonly nowMs?: number
}

/** A session of three steps, as its facilitator Ana sees it. */
export function sessionView({ steps, plan, run, nowMs = 0 }: SessionViewOptions = {}): SessionView {
  const planned = newSession(
    'session-1',
    'board-1',
    {
      title: 'Café in Suva',
      startsAtMs: null,
      timeZone: 'Pacific/Fiji',
      format: 'hybrid',
      meetingUrl: null,
      expectedPeople: null,
      steps: steps ? [...steps] : [step('one'), step('two'), step('three')],
      ...plan,
    },
    'ana',
  )
  const say = (session: typeof planned, command: Parameters<typeof applyCommand>[1]) => {
    const applied = applyCommand(session, command, { nowMs, by: ana, newId: () => 'new' })
    if (applied.status === 'refused') throw new Error(applied.code)
    return applied.session
  }
  if (run === undefined) return viewOf(planned, ana)
  return viewOf(say(say(planned, { type: 'start' }), { type: 'jump', stepId: run }), ana)
}
