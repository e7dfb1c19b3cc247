import type { Role } from '../protocol/messages.ts'
import type { SessionCommand, SessionCommandType } from './commands.ts'
import type { Commander } from './session.ts'

/** `own`: about herself only. */
export type CommandRight = 'all' | 'own' | 'none'

const facilitators = { facilitator: 'all', editor: 'none', table: 'none', viewer: 'none' } as const
const everybody = { facilitator: 'all', editor: 'own', table: 'own', viewer: 'own' } as const
/** Of a table's time: also who stays at the table, which `applyCommand` knows. */
const hosts = { facilitator: 'all', editor: 'own', table: 'own', viewer: 'none' } as const

/** Who may say what to a session. */
export const commandRights: Readonly<Record<SessionCommandType, Readonly<Record<Role, CommandRight>>>> = {
  update_plan: facilitators,
  add_step: facilitators,
  update_step: facilitators,
  move_step: facilitators,
  copy_step: facilitators,
  remove_step: facilitators,
  fit_to_end: facilitators,
  start: facilitators,
  pause: facilitators,
  resume: facilitators,
  add_minutes: facilitators,
  next: facilitators,
  back: facilitators,
  jump: facilitators,
  end: facilitators,
  hand_over: facilitators,
  name_deputy: facilitators,
  plan_tables: facilitators,
  seat_person: facilitators,
  unseat_person: facilitators,
  name_host: facilitators,
  start_table_clock: hosts,
  pause_table_clock: hosts,
  resume_table_clock: hosts,
  add_table_minutes: hosts,
  stop_table_clock: hosts,
  call_to_zone: facilitators,
  hold_view: facilitators,
  freeze: facilitators,
  mute: facilitators,
  raise_hand: everybody,
  lower_hand: everybody,
  lower_all_hands: facilitators,
  say_done: everybody,
}

export function mayCommand(by: Pick<Commander, 'participantId' | 'role'>, command: SessionCommand): boolean {
  const right = commandRights[command.type][by.role]
  if (right === 'own') return !('participantId' in command) || command.participantId === by.participantId
  return right === 'all'
}
