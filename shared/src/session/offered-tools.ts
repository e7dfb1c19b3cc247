import type { Role } from '../protocol/messages.ts'
import { modeRules, type StepMode, type StepTool, stepTools } from './modes.ts'

/** What has to be known of a session: a view of it will do. */
export type ToolState = {
  readonly plan: {
    readonly steps: readonly { readonly id: string; readonly mode: StepMode; readonly tools: readonly StepTool[] }[]
  }
  readonly run: { readonly status: 'planned' | 'ended' } | { readonly status: 'running'; readonly stepId: string }
  readonly attention: { readonly isFrozen: boolean }
  readonly muted: readonly string[]
}

/** Which tools somebody has now. Where she may write with them is another matter: see `writeRuleOf`. */
export function offeredTools(
  session: ToolState | undefined,
  { participantId, role }: { readonly participantId: string; readonly role: Role },
): readonly StepTool[] {
  if (!session || role === 'facilitator' || session.run.status !== 'running') return stepTools
  const { stepId } = session.run
  const step = session.plan.steps.find(({ id }) => id === stepId)
  if (!step) return stepTools
  const isHeld = session.attention.isFrozen || session.muted.includes(participantId)
  const hasLaser = !isHeld && (step.tools.length > 0 || modeRules[modeRules[step.mode].runsAs].hasLaser)
  const named = step.tools.length > 0 ? step.tools : stepTools
  return hasLaser ? named : named.filter((tool) => tool !== 'laser')
}

/** What a new shape is made with. Those that are not named here come of other shapes, or of links. */
const toolsByShape: ReadonlyMap<string, StepTool> = new Map([
  ['note', 'note'],
  ['text', 'text'],
  ['draw', 'draw'],
  ['highlight', 'draw'],
  ['geo', 'shape'],
  ['line', 'shape'],
  ['frame', 'shape'],
  ['arrow', 'arrow'],
  ['image', 'picture'],
])

/** Whether something new of that type may be put on the board with these tools. */
export function mayMake(tools: readonly StepTool[], shapeType: string): boolean {
  const tool = toolsByShape.get(shapeType)
  return tool === undefined || tools.includes(tool)
}
