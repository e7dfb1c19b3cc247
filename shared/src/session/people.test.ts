import { describe, expect, test } from 'vitest'
import { passToDeputy } from './lead.ts'
import { withoutLead, withoutPerson } from './people.ts'
import { ana, fay, having, running, say, session } from './testing/sessions.ts'

const led = () => having(session(), { type: 'start' }, { type: 'name_deputy', participantId: 'gus' })

describe('a leader whose line is lost', () => {
  test('is stood in for by her deputy, and offered the lead when she is back', () => {
    const passed = passToDeputy(led())
    expect(passed).toMatchObject({ leaderId: 'gus', deputyId: 'fay', leadHeldFor: 'fay', version: led().version + 1 })
    if (!passed) return
    const back = { leaderId: 'fay', deputyId: 'gus', leadHeldFor: null }
    expect(having(passed, { type: 'hand_over', participantId: 'fay' })).toMatchObject(back)
    expect(having(passed, { type: 'hand_over', participantId: 'gus' })).toMatchObject({
      leaderId: 'gus',
      leadHeldFor: null,
    })
  })

  test('is waited for where nobody stands in, or nothing runs', () => {
    expect(passToDeputy(having(session(), { type: 'start' }))).toBeUndefined()
    expect(passToDeputy(session({ deputyId: 'gus' }))).toBeUndefined()
  })
})

describe('somebody who goes', () => {
  test('leaves no hand, no mark and no lead behind', () => {
    const now = having(
      led(),
      [{ type: 'raise_hand' }, { by: ana }],
      [{ type: 'say_done', isDone: true }, { by: ana }],
      {
        type: 'mute',
        participantId: 'ana',
        isMuted: true,
      },
    )
    const without = withoutPerson(now, 'ana')
    expect([without.hands, running(without).done, without.muted]).toEqual([[], [], []])
    expect(without.version).toBe(now.version + 1)
    expect(withoutPerson(now, 'nobody')).toBe(now)
    expect(withoutPerson(led(), 'fay')).toMatchObject({ leaderId: 'gus', deputyId: null })
  })

  test('leads no more when she is no facilitator any more', () => {
    expect(withoutLead(led(), 'gus')).toMatchObject({ leaderId: 'fay', deputyId: null })
    expect(withoutLead(led(), 'ana')).toEqual(led())
    expect(say(withoutLead(led(), 'fay'), { type: 'next' }, { by: fay })).not.toBeTypeOf('string')
  })
})
