import type { ErrorCode } from '../errors.ts'
import { maxPeople } from './bounds.ts'
import type { SessionCommand } from './commands.ts'
import type { Commander, Session } from './session.ts'

type AttentionCommand = Extract<
  SessionCommand,
  {
    type:
      | 'call_to_zone'
      | 'hold_view'
      | 'freeze'
      | 'mute'
      | 'raise_hand'
      | 'lower_hand'
      | 'lower_all_hands'
      | 'say_done'
  }
>

/** Where people look, who may write, and what they say of themselves. */
export function changeAttention(
  session: Session,
  command: AttentionCommand,
  { nowMs, by }: { readonly nowMs: number; readonly by: Commander },
): Session | ErrorCode {
  const { attention, hands, muted, run } = session
  switch (command.type) {
    case 'call_to_zone': {
      const call = { number: (attention.call?.number ?? 0) + 1, zone: command.zone, byName: by.name }
      return { ...session, attention: { ...attention, call } }
    }
    case 'hold_view':
      if (attention.heldZone === command.zone) return session
      return {
        ...session,
        attention: { ...attention, heldZone: command.zone, heldByName: command.zone === null ? null : by.name },
      }
    case 'freeze':
      if (attention.isFrozen === command.isFrozen) return session
      return { ...session, attention: { ...attention, isFrozen: command.isFrozen } }
    case 'mute':
      return listed(muted, command.participantId, command.isMuted, (next) => ({ ...session, muted: next })) ?? session
    case 'raise_hand':
      if (hands.some(({ participantId }) => participantId === by.participantId)) return session
      if (hands.length >= maxPeople) return 'out_of_bounds'
      return { ...session, hands: [...hands, { participantId: by.participantId, raisedAtMs: nowMs }] }
    case 'lower_hand': {
      const next = hands.filter(({ participantId }) => participantId !== command.participantId)
      return next.length === hands.length ? session : { ...session, hands: next }
    }
    case 'lower_all_hands':
      return hands.length === 0 ? session : { ...session, hands: [] }
    case 'say_done':
      if (run.status !== 'running') return 'session_not_running'
      return (
        listed(run.done, by.participantId, command.isDone, (done) => ({ ...session, run: { ...run, done } })) ?? session
      )
  }
}

/** @returns undefined when the list has it that way already. */
function listed(
  list: readonly string[],
  participantId: string,
  isWanted: boolean,
  change: (next: string[]) => Session,
): Session | ErrorCode | undefined {
  if (list.includes(participantId) === isWanted) return undefined
  if (!isWanted) return change(list.filter((id) => id !== participantId))
  return list.length >= maxPeople ? 'out_of_bounds' : change([...list, participantId])
}
