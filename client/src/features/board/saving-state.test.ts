import { describe, expect, test } from 'vitest'
import { isWorthSaying, type SavingState, savingState } from './saving-state.ts'

const online = { status: 'online' } as const
const offline = { status: 'offline', retryAtMs: null } as const
const good = { roundTripMs: 40, quality: 'good' } as const
const facts = { connection: online, saving: { status: 'saved' }, line: good, isKept: true, pictures: 0 } as const

describe('what the bar says of one’s work', () => {
  test('is saved when nothing waits', () => {
    expect(savingState(facts)).toEqual({ kind: 'saved' })
  })

  test('counts what is on its way', () => {
    expect(savingState({ ...facts, saving: { status: 'saving', unsaved: 3 } })).toEqual({ kind: 'saving', count: 3 })
  })

  test('counts pictures that the server does not have, whatever has become of their records', () => {
    expect(savingState({ ...facts, pictures: 1 })).toEqual({ kind: 'saving', count: 1 })
    expect(savingState({ ...facts, connection: offline, pictures: 1 })).toEqual({ kind: 'kept', count: 1 })
  })

  test('says offline first, and whether something is kept', () => {
    expect(savingState({ ...facts, connection: offline, saving: { status: 'offline', unsaved: 0 } })).toEqual({
      kind: 'offline',
    })
    expect(savingState({ ...facts, connection: offline, saving: { status: 'offline', unsaved: 2 } })).toEqual({
      kind: 'kept',
      count: 2,
    })
    expect(
      savingState({ ...facts, connection: offline, saving: { status: 'offline', unsaved: 2 }, isKept: false }),
    ).toEqual({ kind: 'unkept', count: 2 })
  })

  test('does not wait until a silent line is closed', () => {
    const line = { roundTripMs: 40, quality: 'silent' } as const
    expect(savingState({ ...facts, line, saving: { status: 'saving', unsaved: 2 } })).toEqual({
      kind: 'kept',
      count: 2,
    })
    expect(savingState({ ...facts, line })).toEqual({ kind: 'offline' })
  })

  test('never says saved before the first connection', () => {
    expect(savingState({ ...facts, connection: { status: 'connecting' } })).toEqual({ kind: 'connecting' })
  })

  test('says what is left of an earlier visit while the line is made', () => {
    expect(
      savingState({ ...facts, connection: { status: 'connecting' }, saving: { status: 'offline', unsaved: 2 } }),
    ).toEqual({
      ...{ kind: 'waiting', count: 2 },
    })
  })

  test('says not saved when the server’s store takes nothing', () => {
    expect(savingState({ ...facts, saving: { status: 'not-saved', unsaved: 1 } })).toEqual({
      kind: 'not-saved',
      count: 1,
    })
  })
})

describe('what a screen reader is told', () => {
  const saved: SavingState = { kind: 'saved' }
  const saving: SavingState = { kind: 'saving', count: 1 }
  const kept: SavingState = { kind: 'kept', count: 1 }

  test('is not every stroke', () => {
    expect(isWorthSaying(saved, saving)).toBe(false)
    expect(isWorthSaying(saving, saved)).toBe(false)
    expect(isWorthSaying(kept, { kind: 'kept', count: 2 })).toBe(false)
  })

  test('is that work is in danger, and that it is safe again', () => {
    expect(isWorthSaying(saving, kept)).toBe(true)
    expect(isWorthSaying(kept, saved)).toBe(true)
    expect(isWorthSaying(kept, saving)).toBe(false)
    expect(isWorthSaying({ kind: 'offline' }, kept)).toBe(true)
  })
})
