import { describe, expect, test } from 'vitest'
import { applyCommand } from '#shared/session/apply-command.ts'
import { commandOf, draftOf, firstOpenRound, tableSets } from './table-sets.ts'
import { round, tableSteps, tablesView, zones } from './test-tables-view.ts'

const ana = { participantId: 'ana', name: 'Ana', role: 'facilitator' } as const

function atTables(view = tablesView({})) {
  const [set] = tableSets(view.plan.steps)
  if (!set) throw new Error('There are no tables.')
  return { view, set, draft: draftOf(view, set) }
}

test('steps at the same tables belong together, whatever lies between them', () => {
  expect(tableSets(tableSteps).map(({ zones: keys, steps }) => [keys, steps.map(({ id }) => id)])).toEqual([
    [zones, ['first', 'second']],
    [['card-1'], ['cards']],
  ])
})

describe('a draft', () => {
  test('has a round for each step and a table for each zone, before anybody is seated', () => {
    const { draft } = atTables()
    expect(draft.rounds.map(({ stepIds }) => stepIds)).toEqual([['first'], ['second']])
    expect(draft.plan).toEqual([
      [[], []],
      [[], []],
    ])
  })

  test('is what everybody sees, with who stays', () => {
    const { draft } = atTables(
      tablesView({
        rounds: [round('first', ['mele'], ['sina']), round('second', ['sina'], ['mele'])],
        hosts: [{ zone: 'table-2', participantId: 'sina' }],
      }),
    )
    expect(draft.plan[0]).toEqual([['mele'], ['sina']])
    expect(draft.hosts).toEqual({ sina: 1 })
  })

  test('knows which rounds are over', () => {
    const { draft } = atTables(tablesView({ rounds: [round('first'), round('second')] }, 'second'))
    expect(draft.rounds.map(({ isOver }) => isOver)).toEqual([true, false])
    expect(firstOpenRound(draft)).toBe(1)
  })
})

describe('what is said of a draft', () => {
  const card = { stepIds: ['cards'], tables: [{ zone: 'card-1', people: ['tama'] }] }

  test('is taken by the session as it is meant, and leaves other tables as they are', () => {
    const { view, set, draft } = atTables(
      tablesView({ rounds: [card], hosts: [{ zone: 'card-1', participantId: 'tama' }], standing: ['mele', 'viliame'] }),
    )
    const plan = [
      [['mele'], ['sina']],
      [['sina'], ['mele']],
    ]
    const said = commandOf(view, set, { ...draft, plan, hosts: { sina: 1 } })
    const applied = applyCommand(view, said, { nowMs: 0, by: ana, newId: () => 'new' })
    expect(applied).toMatchObject({
      status: 'applied',
      session: {
        tables: {
          rounds: [
            // Whoever stays sits at her table in every round.
            round('first', ['mele'], ['sina']),
            round('second', [], ['mele', 'sina']),
            card,
          ],
          hosts: [
            { zone: 'card-1', participantId: 'tama' },
            { zone: 'table-2', participantId: 'sina' },
          ],
          standing: ['viliame'],
        },
      },
    })
  })

  test('says nothing of rounds that are over, nor of those without anybody', () => {
    const view = tablesView({ rounds: [round('first', ['mele'], ['sina']), round('second')] }, 'second')
    const { set, draft } = atTables(view)
    expect(commandOf(view, set, draft)).toMatchObject({ rounds: [] })
    const seated = { ...draft, plan: [draft.plan[0] ?? [], [['sina'], ['mele']]] }
    expect(commandOf(view, set, seated)).toMatchObject({ rounds: [round('second', ['sina'], ['mele'])] })
  })
})
