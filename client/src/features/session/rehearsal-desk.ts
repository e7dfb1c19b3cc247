import { applyCommand } from '#shared/session/apply-command.ts'
import type { Commander } from '#shared/session/session.ts'
import { type SessionView, viewOf } from '#shared/session/view.ts'
import { createWritable } from '../../sync/readable.ts'
import { constant } from '../../ui/use-readable.ts'
import type { SessionDesk } from './session-desk.ts'

export type RehearsalPorts = { readonly nowMs: () => number; readonly newId: () => string }

/** The same rules in this browser alone: nobody hears what is said here. */
export function createRehearsalDesk(
  planned: SessionView,
  by: Commander,
  { nowMs, newId }: RehearsalPorts,
): SessionDesk {
  const session = createWritable<SessionView | undefined>({
    ...planned,
    run: { status: 'planned' },
    runsAs: null,
    attention: { ...planned.attention, call: null, heldZone: null, heldByName: null, isFrozen: false },
    hands: [],
    muted: [],
    leaderId: by.participantId,
    deputyId: null,
    leadHeldFor: null,
  })
  return {
    session,
    sending: constant('idle'),
    self: constant(by),
    nowMs,
    async send(command) {
      const before = session.get()
      if (!before) return { status: 'refused', code: 'no_session' }
      const applied = applyCommand(before, command, { nowMs: nowMs(), by, newId })
      if (applied.status === 'refused') return applied
      session.set(viewOf(applied.session, by))
      return { status: 'done' }
    },
  }
}
