import { useMemo } from 'react'
import { stepTools } from '#shared/session/modes.ts'
import { offeredTools } from '#shared/session/offered-tools.ts'
import { writeRuleOf } from '#shared/session/write-rule.ts'
import type { CanvasWriting } from '../../canvas/step-writing.ts'
import { constant, useReadable } from '../../ui/use-readable.ts'
import type { SessionDesk } from './session-desk.ts'

const nothing = constant(undefined)
/** Anybody without a name and a right of her own. */
const anybody = { participantId: '', role: 'editor' } as const

/** What the session lets this person write now. The same object until that changes. */
export function useCanvasWriting(desk: SessionDesk | undefined): CanvasWriting {
  const session = useReadable<ReturnType<SessionDesk['session']['get']>>(desk?.session ?? nothing)
  const self = useReadable<ReturnType<SessionDesk['self']['get']>>(desk?.self ?? nothing)
  const rule = self && writeRuleOf(session, self)
  const isAllowed = rule?.place !== 'nowhere'
  const zones = rule?.place === 'zones' ? rule.zones.join(' ') : undefined
  const tools = (self ? offeredTools(session, self) : stepTools).join(' ')
  const isLaserForAll = offeredTools(session, anybody).includes('laser')
  return useMemo(
    () => ({
      ...{ isAllowed, isLaserForAll },
      zones: zones?.split(' '),
      tools: stepTools.filter((tool) => tools.split(' ').includes(tool)),
    }),
    [isAllowed, isLaserForAll, zones, tools],
  )
}
