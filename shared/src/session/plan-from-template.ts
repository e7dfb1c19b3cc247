import type { NoteKind } from '../board/zone-shape.ts'
import type { Template, TemplateStep, TemplateVote } from '../templates/template.ts'
import { modeRules, type StepMode, type StepTool } from './modes.ts'
import type { Plan, Session, Step } from './session.ts'
import { noTables } from './tables/table-plan.ts'
import type { PreparedVote } from './votes/prepared-vote.ts'

const toolsFor: Readonly<Record<NoteKind, readonly StepTool[]>> = {
  note: ['note'],
  text: ['text'],
  drawing: ['draw', 'shape'],
  picture: ['picture'],
  arrow: ['arrow'],
}

/** The steps of a template, with the tools that their zones take. */
export function planFromTemplate(
  template: Template | undefined,
  given: Omit<Plan, 'steps'>,
  newId: () => string,
): Plan {
  return { ...given, steps: template?.steps.map((step) => toStep(template, step, newId())) ?? [] }
}

/** A session that nobody has begun. */
export function newSession(id: string, boardId: string, plan: Plan, leaderId: string | null): Session {
  return {
    id,
    boardId,
    version: 1,
    planVersion: 1,
    stepVersion: 1,
    tablesVersion: 1,
    seatingVersion: 1,
    plan,
    run: { status: 'planned' },
    tables: noTables,
    leaderId,
    deputyId: null,
    leadHeldFor: null,
    attention: { call: null, heldZone: null, heldByName: null, isFrozen: false },
    hands: [],
    muted: [],
  }
}

/** None, which means all of them, where the zones say nothing. */
function toolsOf(kinds: readonly NoteKind[], mode: StepMode): StepTool[] {
  const tools = new Set(kinds.flatMap((kind) => toolsFor[kind]))
  if (tools.size > 0 && modeRules[mode].hasLaser) tools.add('laser')
  return [...tools]
}

function toStep(template: Template, step: TemplateStep, id: string): Step {
  const { title, prompt, notes, zones, minutes, mode, isAnonymous = false, feeds = [] } = step
  const kinds = template.zones.filter(({ key }) => zones.includes(key)).flatMap(({ noteKinds }) => noteKinds)
  return {
    id,
    ...{ title, prompt, notes, minutes, mode },
    zones: [...zones],
    tools: step.tools ? [...step.tools] : toolsOf(kinds, mode),
    isKeptToZones: step.isKeptToZones ?? (mode === 'private' || mode === 'tables'),
    isAnonymous,
    feeds: [...feeds],
    ...(step.parts !== undefined && { parts: step.parts }),
    ...(step.vote && { vote: prepare(step.vote) }),
    ...(step.goesOn && { goesOn: step.goesOn }),
  }
}

function prepare(vote: TemplateVote): PreparedVote {
  return {
    dots: vote.dots,
    severalOnOne: vote.isSeveralOnOne,
    isSecret: !vote.isNamed,
    isStraw: vote.isStraw ?? false,
    target: vote.onPictures ? 'pictures' : 'notes',
    superVotes: vote.superVotes ?? 0,
  }
}
