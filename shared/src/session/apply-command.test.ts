import { describe, expect, test } from 'vitest'
import { isStale } from './apply-command.ts'
import type { SessionCommand, SessionCommandType } from './commands.ts'
import { commandRights } from './rights.ts'
import { ana, fay, gus, having, plan, running, say, session, step, vera } from './testing/sessions.ts'

const minuteMs = 60_000
const begun = () => having(session(), { type: 'start' })

describe('starting', () => {
  test('enters the first step with its minutes, and gives the lead to whoever starts where nobody has it', () => {
    expect(having(session({ leaderId: 'fay', deputyId: 'gus' }), [{ type: 'start' }, { by: gus }])).toMatchObject({
      leaderId: 'gus',
      deputyId: 'fay',
    })
    const started = having(session({ leaderId: null }), [{ type: 'start' }, { by: gus, nowMs: 5_000 }])
    expect(running(started)).toMatchObject({
      stepId: 'one',
      startedAtMs: 5_000,
      clock: { state: 'ticking', deadlineMs: 5_000 + 10 * minuteMs, totalMs: 10 * minuteMs },
      visits: [{ stepId: 'one', enteredAtMs: 5_000, leftAtMs: null }],
    })
    expect(started.leaderId).toBe('gus')
  })

  test('is refused without steps, and a second time', () => {
    expect(say(session({ plan: plan({ steps: [] }) }), { type: 'start' })).toBe('no_steps')
    expect(say(begun(), { type: 'start' })).toBe('session_running')
  })

  test('a step of no minutes has no clock, and gets one when minutes are added', () => {
    const started = having(session({ plan: plan({ steps: [step('one', { minutes: 0 })] }) }), { type: 'start' })
    expect(running(started).clock).toEqual({ state: 'none' })
    expect(say(started, { type: 'pause' })).toBe(started)
    expect(running(having(started, { type: 'add_minutes', minutes: 5 })).clock).toEqual({
      state: 'ticking',
      deadlineMs: 1_000_000 + 5 * minuteMs,
      totalMs: 5 * minuteMs,
    })
  })
})

describe('the clock', () => {
  test('keeps what is left while it is paused', () => {
    const paused = having(begun(), [{ type: 'pause' }, { nowMs: 1_000_000 + 4 * minuteMs }])
    expect(running(paused).clock).toEqual({ state: 'paused', leftMs: 6 * minuteMs, totalMs: 10 * minuteMs })
    const resumed = having(paused, [{ type: 'resume' }, { nowMs: 9_000_000 }])
    expect(running(resumed).clock).toMatchObject({ state: 'ticking', deadlineMs: 9_000_000 + 6 * minuteMs })
  })

  test('takes a minute, also while it is paused, and after the time is over from now on', () => {
    const paused = having(begun(), { type: 'pause' }, { type: 'add_minutes', minutes: 1 })
    expect(running(paused).clock).toEqual({ state: 'paused', leftMs: 11 * minuteMs, totalMs: 11 * minuteMs })
    const late = 1_000_000 + 13 * minuteMs
    const given = having(begun(), [{ type: 'add_minutes', minutes: 1 }, { nowMs: late }])
    expect(running(given).clock).toEqual({ state: 'ticking', deadlineMs: late + minuteMs, totalMs: 14 * minuteMs })
  })

  test('does not go below nothing by minutes that are taken, even where the server’s clock was set back', () => {
    const setBack = having(begun(), [{ type: 'add_minutes', minutes: -30 }, { nowMs: 1_000_000 - minuteMs }])
    expect(running(setBack).clock).toMatchObject({ state: 'ticking', totalMs: 0 })
    const taken = having(begun(), { type: 'add_minutes', minutes: -30 })
    expect(running(taken).clock).toEqual({ state: 'ticking', deadlineMs: 1_000_000, totalMs: 0 })
  })

  test('refuses more than a day, and halves of minutes', () => {
    expect(say(begun(), { type: 'add_minutes', minutes: 1_441 })).toBe('step_too_long')
    expect(say(begun(), { type: 'add_minutes', minutes: 1_440 })).toBe('step_too_long')
    expect(say(begun(), { type: 'add_minutes', minutes: 0.5 })).toBe('step_too_long')
    expect(say(begun(), { type: 'add_minutes', minutes: Number.NaN })).toBe('step_too_long')
  })
})

describe('moving on', () => {
  test('leaves one step and enters the next, with nobody done and the view let go', () => {
    const before = having(
      begun(),
      [{ type: 'say_done', isDone: true }, { by: ana }],
      { type: 'hold_view', zone: 'table-1' },
      { type: 'freeze', isFrozen: true },
    )
    const next = having(before, [{ type: 'next' }, { nowMs: 1_000_000 + 9 * minuteMs }])
    expect(running(next)).toMatchObject({ stepId: 'two', done: [] })
    expect(running(next).visits).toEqual([
      { stepId: 'one', enteredAtMs: 1_000_000, leftAtMs: 1_000_000 + 9 * minuteMs },
      { stepId: 'two', enteredAtMs: 1_000_000 + 9 * minuteMs, leftAtMs: null },
    ])
    expect(before.attention).toMatchObject({ heldZone: 'table-1', heldByName: 'Fay' })
    expect(next.attention).toMatchObject({ heldZone: null, heldByName: null, isFrozen: true })
  })

  test('goes back and jumps, and the way is kept', () => {
    const there = having(begun(), { type: 'jump', stepId: 'three' }, { type: 'back' }, { type: 'back' })
    expect(running(there).visits.map(({ stepId }) => stepId)).toEqual(['one', 'three', 'two', 'one'])
    expect(say(there, { type: 'jump', stepId: 'one' })).toBe(there)
  })

  test('stays within the plan', () => {
    expect(say(begun(), { type: 'back' })).toBe('no_earlier_step')
    expect(say(having(begun(), { type: 'jump', stepId: 'three' }), { type: 'next' })).toBe('no_later_step')
    expect(say(begun(), { type: 'jump', stepId: 'gone' })).toBe('unknown_step')
  })

  test('is not before the start', () => {
    for (const type of ['next', 'back', 'pause', 'resume', 'end', 'fit_to_end'] as const)
      expect(say(session(), { type })).toBe('session_not_running')
  })

  test('ends, and takes nothing more', () => {
    const ended = having(begun(), { type: 'freeze', isFrozen: true }, [{ type: 'end' }, { nowMs: 2_000_000 }])
    expect(ended.run).toMatchObject({ status: 'ended', endedAtMs: 2_000_000, visits: [{ leftAtMs: 2_000_000 }] })
    expect(ended.attention.isFrozen).toBe(false)
    for (const type of ['next', 'start', 'end', 'raise_hand'] as const)
      expect(say(ended, { type })).toBe('session_over')
  })

  test('never makes a step end before it began, whatever the clock says', () => {
    const next = having(begun(), [{ type: 'next' }, { nowMs: 5 }])
    expect(running(next).visits[0]).toMatchObject({ enteredAtMs: 1_000_000, leftAtMs: 1_000_000 })
  })
})

describe('the plan', () => {
  const { id: _, ...given } = step('four', { minutes: 3 })
  test('takes a step where it is put, copies beside, moves and removes', () => {
    const ids = (of: ReturnType<typeof session>) => of.plan.steps.map(({ title }) => title.en)
    expect(ids(having(session(), { type: 'add_step', step: given, afterId: null }))).toEqual([
      'four',
      'one',
      'two',
      'three',
    ])
    expect(ids(having(session(), { type: 'add_step', step: given, afterId: 'three' })).at(-1)).toBe('four')
    expect(ids(having(session(), { type: 'move_step', stepId: 'three', afterId: 'one' }))).toEqual([
      'one',
      'three',
      'two',
    ])
    expect(ids(having(session(), { type: 'move_step', stepId: 'one', afterId: 'three' }))).toEqual([
      'two',
      'three',
      'one',
    ])
    const copied = having(session(), { type: 'copy_step', stepId: 'one' })
    expect(ids(copied)).toEqual(['one', 'one', 'two', 'three'])
    expect(new Set(copied.plan.steps.map(({ id }) => id)).size).toBe(4)
    expect(ids(having(session(), { type: 'remove_step', stepId: 'two' }))).toEqual(['one', 'three'])
  })

  test('keeps the step that runs, and forgets no step by mistake', () => {
    expect(say(begun(), { type: 'remove_step', stepId: 'one' })).toBe('step_is_running')
    for (const type of ['remove_step', 'copy_step'] as const)
      expect(say(begun(), { type, stepId: 'gone' })).toBe('unknown_step')
    expect(say(begun(), { type: 'move_step', stepId: 'one', afterId: 'gone' })).toBe('unknown_step')
    const unmoved = begun()
    expect(say(unmoved, { type: 'move_step', stepId: 'one', afterId: 'one' })).toBe(unmoved)
  })

  test('titles, prompts and notes lose what nobody sees, and keep their lines', () => {
    const unseen = '\u202Eturned\u0007 round'
    const given = { title: { en: unseen, ar: unseen }, prompt: { en: `${unseen}\ntwice` }, notes: { en: unseen } }
    const plain = {
      ...{ title: { en: 'turned round', ar: 'turned round' }, prompt: { en: 'turned round\ntwice' } },
      notes: { en: 'turned round' },
    }
    const changed = having(
      session(),
      { type: 'update_step', stepId: 'one', changes: given },
      { type: 'add_step', step: { ...step('four'), ...given }, afterId: 'one' },
      { type: 'update_plan', changes: { title: `${unseen}\nand on` } },
    )
    expect(changed.plan.title).toBe('turned round and on')
    expect(changed.plan.steps.slice(0, 2)).toMatchObject([plain, plain])
  })

  test.each<[string, SessionCommand]>([
    ['step_too_long', { type: 'update_step', stepId: 'one', changes: { minutes: 25 * 60 } }],
    ['step_too_long', { type: 'update_step', stepId: 'one', changes: { minutes: -1 } }],
    ['text_too_long', { type: 'update_step', stepId: 'one', changes: { title: { en: 'x'.repeat(121) } } }],
    ['text_too_long', { type: 'update_plan', changes: { title: 'x'.repeat(201) } }],
    ['out_of_bounds', { type: 'update_step', stepId: 'one', changes: { zones: ['a', 'a'] } }],
    ['out_of_bounds', { type: 'update_plan', changes: { meetingUrl: 'javascript:alert(1)' } }],
    ['out_of_bounds', { type: 'update_plan', changes: { expectedPeople: -1 } }],
    ['out_of_bounds', { type: 'update_plan', changes: { startsAtMs: 1e300 } }],
  ])('is refused beyond its bounds: %s', (code, command) => {
    expect(say(session(), command)).toBe(code)
  })

  test('has a hundred steps at most', () => {
    const full = session({ plan: plan({ steps: Array.from({ length: 100 }, (_, i) => step(`step-${i}`)) }) })
    expect(say(full, { type: 'copy_step', stepId: 'step-0' })).toBe('too_many_steps')
    expect(say(full, { type: 'update_step', stepId: 'step-0', changes: { minutes: 5 } })).not.toBeTypeOf('string')
  })
})

describe('hands and being done', () => {
  test('hands queue in the order in which they went up; facilitators take any, others their own', () => {
    const up = having(begun(), [{ type: 'raise_hand' }, { by: vera }], [{ type: 'raise_hand' }, { by: ana }])
    expect(up.hands.map(({ participantId }) => participantId)).toEqual(['vera', 'ana'])
    expect(say(up, { type: 'raise_hand' }, { by: ana })).toBe(up)
    expect(say(up, { type: 'lower_hand', participantId: 'vera' }, { by: ana })).toBe('not_allowed')
    expect(having(up, [{ type: 'lower_hand', participantId: 'ana' }, { by: ana }]).hands).toHaveLength(1)
    expect(having(up, { type: 'lower_hand', participantId: 'vera' }).hands).toHaveLength(1)
    expect(having(up, { type: 'lower_all_hands' }).hands).toEqual([])
  })

  test('being done is said for oneself, and taken back', () => {
    const done = having(begun(), [{ type: 'say_done', isDone: true }, { by: ana }])
    expect(running(done).done).toEqual(['ana'])
    expect(running(having(done, [{ type: 'say_done', isDone: false }, { by: ana }])).done).toEqual([])
    expect(say(session(), { type: 'say_done', isDone: true }, { by: ana })).toBe('session_not_running')
  })
})

describe('the lead', () => {
  test('is handed over; a deputy who gets it is stood in for by the leader of before', () => {
    const named = having(begun(), { type: 'name_deputy', participantId: 'gus' })
    expect(named).toMatchObject({ leaderId: 'fay', deputyId: 'gus' })
    expect(say(named, { type: 'name_deputy', participantId: 'fay' })).toBe(named)
    expect(having(named, { type: 'hand_over', participantId: 'gus' })).toMatchObject({
      leaderId: 'gus',
      deputyId: 'fay',
    })
    expect(having(named, { type: 'hand_over', participantId: 'ida' })).toMatchObject({
      leaderId: 'ida',
      deputyId: 'gus',
    })
  })
})

describe('calls', () => {
  test('to the same zone are different calls', () => {
    const call = { type: 'call_to_zone', zone: 'table-1' } as const
    const twice = having(begun(), call, [call, { by: gus }])
    expect(twice.attention.call).toEqual({ number: 2, zone: 'table-1', byName: 'Gus' })
  })
})

describe('versions', () => {
  test('rise with what changed: the plan’s with the plan, the step’s with the step', () => {
    const one = begun()
    expect(one).toMatchObject({ version: 2, planVersion: 1, stepVersion: 2 })
    const two = having(one, [{ type: 'raise_hand' }, { by: ana }])
    expect(two).toMatchObject({ version: 3, planVersion: 1, stepVersion: 2 })
    const three = having(two, { type: 'update_step', stepId: 'two', changes: { minutes: 3 } })
    expect(three).toMatchObject({ version: 4, planVersion: 4, stepVersion: 2 })
    expect(having(three, { type: 'next' })).toMatchObject({ version: 5, planVersion: 4, stepVersion: 5 })
    expect(say(three, { type: 'update_step', stepId: 'two', changes: { minutes: 3 } })).toBe(three)
  })

  test('of before make a command stale that would do something else than was meant', () => {
    const now = having(begun(), { type: 'next' }, [{ type: 'raise_hand' }, { by: ana }])
    expect(isStale(now, { type: 'next' }, 2)).toBe(true)
    expect(isStale(now, { type: 'next' }, 3)).toBe(false)
    for (const ofStep of [
      { type: 'say_done', isDone: true },
      { type: 'add_minutes', minutes: 1 },
    ] as const) {
      expect(isStale(now, ofStep, 2)).toBe(true)
      expect(isStale(now, ofStep, 3)).toBe(false)
    }
    expect(isStale(now, { type: 'lower_all_hands' }, 1)).toBe(false)
    expect(isStale(now, { type: 'copy_step', stepId: 'one' }, 1)).toBe(false)
    const changed = having(now, { type: 'copy_step', stepId: 'one' })
    expect(isStale(changed, { type: 'copy_step', stepId: 'one' }, 4)).toBe(true)
    expect(isStale(changed, { type: 'jump', stepId: 'one' }, 4)).toBe(true)
    expect(isStale(changed, { type: 'raise_hand' }, changed.version + 1)).toBe(true)
  })
})

describe('who may say what', () => {
  const everybody: readonly SessionCommandType[] = ['raise_hand', 'lower_hand', 'say_done']
  const hosts: readonly SessionCommandType[] = [
    ...(['start_table_clock', 'pause_table_clock', 'resume_table_clock'] as const),
    ...(['add_table_minutes', 'stop_table_clock'] as const),
  ]
  test.each(Object.keys(commandRights) as SessionCommandType[])('%s', (type) => {
    const mine = everybody.includes(type)
    expect(commandRights[type]).toEqual({
      facilitator: 'all',
      editor: mine || hosts.includes(type) ? 'own' : 'none',
      table: mine || hosts.includes(type) ? 'own' : 'none',
      viewer: mine ? 'own' : 'none',
    })
    expect(commandRights[type][fay.role]).toBe('all')
  })

  test('others than facilitators are refused before anything else is looked at', () => {
    expect(say(session(), { type: 'jump', stepId: 'gone' }, { by: ana })).toBe('not_allowed')
    expect(say(having(begun(), { type: 'end' }), { type: 'start' }, { by: vera })).toBe('not_allowed')
  })
})
