import type { LocalText } from '../board/local-text.ts'
import type { ErrorCode } from '../errors.ts'
import { plainLine, plainWords } from '../plain-words.ts'
import { findPlanFault, findStepFault } from './bounds.ts'
import type { SessionCommand } from './commands.ts'
import { fitToEnd } from './schedule.ts'
import type { Plan, Session, Step } from './session.ts'

export type PlanCommand = Extract<
  SessionCommand,
  { type: 'update_plan' | 'add_step' | 'update_step' | 'move_step' | 'copy_step' | 'remove_step' | 'fit_to_end' }
>

/** @returns the plan after the command, or why it may not be so. */
export function changePlan(
  { plan, run }: Session,
  command: PlanCommand,
  { nowMs, newId }: { readonly nowMs: number; readonly newId: () => string },
): Plan | ErrorCode {
  const { steps } = plan
  switch (command.type) {
    case 'update_plan':
      return sound(withPlainTitle({ ...plan, ...command.changes }))
    case 'add_step':
      return insert(plan, { id: newId(), ...plainStep(command.step) }, command.afterId)
    case 'update_step': {
      const before = steps.find(({ id }) => id === command.stepId)
      if (!before) return 'unknown_step'
      const after = { ...before, ...plainStep(command.changes) }
      return findStepFault(after) ?? sound({ ...plan, steps: steps.map((step) => (step === before ? after : step)) })
    }
    case 'move_step': {
      const moved = steps.find(({ id }) => id === command.stepId)
      if (!moved) return 'unknown_step'
      if (command.afterId === moved.id) return plan
      return insert({ ...plan, steps: steps.filter((step) => step !== moved) }, moved, command.afterId)
    }
    case 'copy_step': {
      const copied = steps.find(({ id }) => id === command.stepId)
      return copied ? insert(plan, { ...copied, id: newId() }, copied.id) : 'unknown_step'
    }
    case 'remove_step':
      if (!steps.some(({ id }) => id === command.stepId)) return 'unknown_step'
      if (run.status === 'running' && run.stepId === command.stepId) return 'step_is_running'
      return { ...plan, steps: steps.filter(({ id }) => id !== command.stepId) }
    case 'fit_to_end': {
      if (run.status !== 'running') return 'session_not_running'
      const minutes = new Map(fitToEnd(plan, run, nowMs).map((fitted) => [fitted.stepId, fitted.minutes]))
      return { ...plan, steps: steps.map((step) => ({ ...step, minutes: minutes.get(step.id) ?? step.minutes })) }
    }
  }
}

/** @param afterId - null: at the beginning. */
function insert(plan: Plan, step: Step, afterId: string | null): Plan | ErrorCode {
  const place = afterId === null ? 0 : plan.steps.findIndex(({ id }) => id === afterId) + 1
  if (place === 0 && afterId !== null) return 'unknown_step'
  return findStepFault(step) ?? sound({ ...plan, steps: plan.steps.toSpliced(place, 0, step) })
}

function sound(plan: Plan): Plan | ErrorCode {
  return findPlanFault(plan) ?? plan
}

function withPlainTitle(plan: Plan): Plan {
  return { ...plan, title: plainLine(plan.title) }
}

/** Everybody reads these: without what nobody sees, and what turns the words beside them round. */
function plainStep<Words extends Partial<Pick<Step, 'title' | 'prompt' | 'notes'>>>(words: Words): Words {
  const { title, prompt, notes } = words
  return {
    ...words,
    ...(title && { title: inEachLanguage(title, plainLine) }),
    ...(prompt && { prompt: inEachLanguage(prompt, plainWords) }),
    ...(notes && { notes: inEachLanguage(notes, plainWords) }),
  }
}

function inEachLanguage(text: LocalText, plain: (words: string) => string): LocalText {
  const words = Object.fromEntries(Object.entries(text).map(([language, word]) => [language, plain(word)]))
  return { ...words, en: plain(text.en) }
}
