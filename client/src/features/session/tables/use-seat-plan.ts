import { useEffect, useRef, useState } from 'react'
import type { RotationPlan } from '#shared/session/tables/seating.ts'
import type { SessionView } from '#shared/session/view.ts'
import { useCommand } from '../use-command.ts'
import { withHostAt, withSeat } from './change-draft.ts'
import { type DraftGuest, orderOf, withPlanned } from './plan-draft.ts'
import { planInWorker } from './plan-in-worker.ts'
import type { RotationOrder } from './rotation-worker.ts'
import { commandOf, draftOf, firstOpenRound, type SeatDraft, type TableSet } from './table-sets.ts'

export type Planning = 'idle' | 'busy' | 'failed'

/** A draft of who sits where, until it is said: planned by rule, and changed by hand. */
export function useSeatPlan(
  session: SessionView,
  set: TableSet,
  guests: readonly DraftGuest[],
  plan: (order: RotationOrder, signal: AbortSignal) => Promise<RotationPlan> = planInWorker,
) {
  const say = useCommand()
  const [edited, setEdited] = useState<SeatDraft>()
  const [planning, setPlanning] = useState<Planning>('idle')
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  // As long as nothing was changed here, it is what everybody sees, latecomers and all.
  const draft = edited ?? draftOf(session, set)
  const from = firstOpenRound(draft)

  return {
    ...{ draft, planning },
    isChanged: edited !== undefined,
    change: (changes: Partial<Pick<SeatDraft, 'rule'>>) => setEdited({ ...draft, ...changes }),
    seat(participantId: string, round: number, table: number | undefined) {
      const { [participantId]: at, ...others } = draft.hosts
      const hosts = at === undefined || at === table ? draft.hosts : others
      setEdited({ ...draft, hosts, plan: withSeat(draft.plan, participantId, round, table) })
    },
    host(participantId: string, table: number | undefined) {
      const others = Object.entries(draft.hosts).filter(([id, at]) => id !== participantId && at !== table)
      const hosts = Object.fromEntries(table === undefined ? others : [...others, [participantId, table]])
      const seated = table === undefined ? draft.plan : withHostAt(draft.plan, participantId, table, from)
      setEdited({ ...draft, hosts, plan: seated })
    },
    /** Spreads everybody anew over the rounds that are not over. */
    async planAll(tableCount: number) {
      running.current?.abort()
      const stop = new AbortController()
      running.current = stop
      setPlanning('busy')
      const order = orderOf(draft, guests, tableCount)
      try {
        const planned = await plan(order, stop.signal)
        setEdited(withPlanned(draft, order, planned))
        setPlanning('idle')
      } catch {
        if (!stop.signal.aborted) setPlanning('failed')
      }
    },
    /** @returns whether it came to be; the draft stays where it did not. */
    async apply(): Promise<boolean> {
      const { status } = await say(commandOf(session, set, draft))
      if (status === 'done') setEdited(undefined)
      return status === 'done'
    },
  }
}
