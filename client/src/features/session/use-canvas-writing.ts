import { useMemo } from 'react'
import type { StepTool } from '#shared/session/modes.ts'
import { writeRuleOf } from '#shared/session/write-rule.ts'
import { constant, useReadable } from '../../ui/use-readable.ts'
import type { SessionDesk } from './session-desk.ts'
import { stepPlace } from './step-place.ts'

export type CanvasWriting = { readonly isAllowed: boolean; readonly tools: readonly StepTool[] }

const nothing = constant(undefined)

/** What the session lets this person write now. The same object until that changes. */
export function useCanvasWriting(desk: SessionDesk | undefined): CanvasWriting {
  const session = useReadable<ReturnType<SessionDesk['session']['get']>>(desk?.session ?? nothing)
  const self = useReadable<ReturnType<SessionDesk['self']['get']>>(desk?.self ?? nothing)
  const isFree = !self || self.role === 'facilitator'
  const isAllowed = isFree || writeRuleOf(session, self).place !== 'nowhere'
  const tools = isFree || !session ? '' : (stepPlace(session)?.step.tools.join(' ') ?? '')
  return useMemo(
    () => ({ isAllowed, tools: tools.split(' ').filter((tool): tool is StepTool => tool !== '') }),
    [isAllowed, tools],
  )
}
