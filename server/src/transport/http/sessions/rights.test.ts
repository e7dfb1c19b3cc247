import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#shared/protocol/messages.ts'
import type { SessionCommand, SessionCommandType } from '#shared/session/commands.ts'
import { commandRights } from '#shared/session/rights.ts'
import { board, participant } from '../../../testing/facts.ts'
import { type HttpClient, program } from '../../../testing/http-client.ts'
import { aStep, commanderOf, newKey } from '../../../testing/session-facts.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
let boardId: string
const people = new Map<Role, { device: HttpClient; id: string }>()
beforeAll(async () => {
  server = await startTestServer()
  boardId = (await board(server, { template: 'innovation-cafe-hybrid' })).id
  await program(server).post(`/api/boards/${boardId}/session`, { hasTemplateSteps: true })
  for (const role of ['facilitator', 'editor', 'table', 'viewer'] as const) {
    const { device, joined } = await participant(server, boardId, role, role === 'table' ? { standsFor: 4 } : {})
    people.set(role, { device, id: joined.participantId })
  }
})
afterAll(() => server.stop())

/** One of each, about `self` where it is about somebody. A command that comes anew does not compile without one. */
function samples(self: string): Readonly<Record<SessionCommandType, SessionCommand>> {
  const [stepId, zone] = ['no-such-step', 'idea-gallery']
  const step = { ...aStep, mode: 'open' as const, tools: [] }
  return {
    update_plan: { type: 'update_plan', changes: { title: 'Café' } },
    add_step: { type: 'add_step', step, afterId: null },
    update_step: { type: 'update_step', stepId, changes: {} },
    move_step: { type: 'move_step', stepId, afterId: null },
    copy_step: { type: 'copy_step', stepId },
    remove_step: { type: 'remove_step', stepId },
    fit_to_end: { type: 'fit_to_end' },
    start: { type: 'start' },
    pause: { type: 'pause' },
    resume: { type: 'resume' },
    add_minutes: { type: 'add_minutes', minutes: 1 },
    next: { type: 'next' },
    back: { type: 'back' },
    jump: { type: 'jump', stepId },
    end: { type: 'end' },
    hand_over: { type: 'hand_over', participantId: self },
    name_deputy: { type: 'name_deputy', participantId: null },
    plan_tables: {
      ...{ type: 'plan_tables', rule: { mixesCountries: true, mixesOrganisations: true, remote: 'mixed' } },
      ...{ hosts: [], rounds: [], standing: [] },
    },
    seat_person: { type: 'seat_person', participantId: self, stepId, zone },
    unseat_person: { type: 'unseat_person', participantId: self },
    name_host: { type: 'name_host', zone, participantId: null },
    start_table_clock: { type: 'start_table_clock', zone, minutes: 5 },
    pause_table_clock: { type: 'pause_table_clock', zone },
    resume_table_clock: { type: 'resume_table_clock', zone },
    add_table_minutes: { type: 'add_table_minutes', zone, minutes: 1 },
    stop_table_clock: { type: 'stop_table_clock', zone },
    call_to_zone: { type: 'call_to_zone', zone },
    hold_view: { type: 'hold_view', zone: null },
    freeze: { type: 'freeze', isFrozen: false },
    mute: { type: 'mute', participantId: self, isMuted: false },
    raise_hand: { type: 'raise_hand' },
    lower_hand: { type: 'lower_hand', participantId: self },
    lower_all_hands: { type: 'lower_all_hands' },
    say_done: { type: 'say_done', isDone: false },
  }
}

const types = Object.keys(commandRights) as SessionCommandType[]

/** What the server says to `role`, sent as if she had seen what is now. */
async function statusOf(role: Role, command: SessionCommand): Promise<number> {
  const person = people.get(role)
  if (!person) throw new Error(`nobody is ${role}`)
  const { now, send } = commanderOf(person.device, boardId)
  return (await send({ key: newKey(), version: (await now()).version, command })).status
}

describe.each<Role>(['viewer', 'table', 'editor', 'facilitator'])('somebody who is %s', (role) => {
  // Who hosts a table has its time, which `applyCommand` knows. What ends it comes last: then everybody is told that it is over.
  const cells = types.filter((type) => commandRights[type][role] !== 'own' || !type.includes('table_'))
  test.each([...cells.filter((type) => type !== 'end'), 'end' as const])(
    'says %s, or is refused with 403',
    async (type) => {
      const right = commandRights[type][role]
      const self = people.get(role)?.id ?? ''
      const status = await statusOf(role, samples(self)[type])
      expect(status === 403).toBe(right === 'none')
      expect(status).not.toBe(400)
    },
  )

  test('lowers no hand but her own, unless she leads', async () => {
    if (role === 'facilitator') return
    expect(await statusOf(role, { type: 'lower_hand', participantId: people.get('facilitator')?.id ?? '' })).toBe(403)
  })
})
