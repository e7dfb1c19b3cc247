import { useMemo } from 'react'
import type { Role } from '#shared/protocol/messages.ts'
import { aloneStepOf } from '#shared/session/alone.ts'
import { stepTools } from '#shared/session/modes.ts'
import { offeredTools } from '#shared/session/offered-tools.ts'
import type { SessionView } from '#shared/session/view.ts'
import { type WriteRule, writeRuleOf } from '#shared/session/write-rule.ts'
import type { CanvasWriting } from '../../canvas/step-writing.ts'
import { constant, useReadable } from '../../ui/use-readable.ts'
import type { SessionDesk } from './session-desk.ts'

const nothing = constant(undefined)
/** Anybody without a name and a right of her own. */
const anybody = { participantId: '', role: 'editor' } as const

/**
 * What the session lets this person write now. The same object until that changes.
 *
 * @param aloneStep - Set while a step of writing alone runs, also where the device has only heard of it in an earlier visit.
 */
export function useCanvasWriting(
  desk: SessionDesk | undefined,
  role: Role,
  aloneStep: string | undefined,
): CanvasWriting {
  const session = useReadable<ReturnType<SessionDesk['session']['get']>>(desk?.session ?? nothing)
  const self = useReadable<ReturnType<SessionDesk['self']['get']>>(desk?.self ?? nothing)
  const rule = self && writeRuleOf(session, self)
  const isAllowed = rule?.place !== 'nowhere' || rule.reason === 'alone'
  const alone = aloneStep === undefined ? 'off' : role === 'facilitator' ? 'new' : 'only'
  const zones = (alone === 'only' ? zonesOfAlone(session) : zonesOf(rule))?.join(' ')
  const tools = (self ? offeredTools(session, self) : stepTools).join(' ')
  const isLaserForAll = offeredTools(session, anybody).includes('laser')
  return useMemo(
    () => ({
      ...{ isAllowed, isLaserForAll, alone },
      zones: zones?.split(' '),
      tools: stepTools.filter((tool) => tools.split(' ').includes(tool)),
    }),
    [isAllowed, isLaserForAll, alone, zones, tools],
  )
}

function zonesOf(rule: WriteRule | undefined): readonly string[] | undefined {
  return rule?.place === 'zones' ? rule.zones : undefined
}

/** What she writes alone lies in these. */
function zonesOfAlone(session: SessionView | undefined): readonly string[] | undefined {
  const step = aloneStepOf(session)
  return step?.isKeptToZones && step.zones.length > 0 ? step.zones : undefined
}
