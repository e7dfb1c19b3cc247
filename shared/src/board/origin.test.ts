import { describe, expect, test } from 'vitest'
import { heldOf, isHeld, originMeta, originOf } from './origin.ts'

const elsewhere = { boardId: 'other-board', atMs: 1_700_000_000_000, votes: 5 }

describe('[CH17] what a copy remembers of another board', () => {
  test('is read as it was written, and is nothing but that', () => {
    const origin = { id: 'shape:a', zoneKey: 'chosen', elsewhere }
    expect(originOf(originMeta(origin))).toEqual(origin)
    expect(originMeta({ id: 'shape:a', zoneKey: undefined, elsewhere: { ...elsewhere, votes: 0 } })).toEqual({
      ...{ copiedFrom: 'shape:a', copiedBoard: 'other-board', copiedAt: 1_700_000_000_000 },
    })
  })

  test('is believed only as far as it is sound', () => {
    expect(originOf({ copiedFrom: 'shape:a', copiedBoard: 7 })?.elsewhere).toBeUndefined()
    const { elsewhere: read } =
      originOf({ copiedFrom: 'shape:a', copiedBoard: 'b', copiedAt: 'today', copiedVotes: -3 }) ?? {}
    expect(read).toEqual({ boardId: 'b', atMs: 0, votes: 0 })
  })
})

describe('what a board has already of another one', () => {
  const held = heldOf([
    { id: 'shape:same', origin: undefined },
    { id: 'shape:copy', origin: { id: 'shape:a', zoneKey: undefined, elsewhere: { ...elsewhere, boardId: 'from' } } },
  ])
  const has = (id: string, origin?: ReturnType<typeof originOf>) => isHeld(held, { id, origin }, 'from', 'here')

  test('is a copy of the thing; another thing of the same id is none', () => {
    expect([has('shape:a'), has('shape:b'), has('shape:same')]).toEqual([true, false, false])
    expect(isHeld(held, { id: 'shape:a', origin: undefined }, 'a third', 'here')).toBe(false)
  })

  test('is what the thing was itself copied from', () => {
    const cameFrom = (boardId: string) => ({
      ...{ id: 'shape:same', zoneKey: undefined, elsewhere: { ...elsewhere, boardId } },
    })
    expect([has('shape:c', cameFrom('here')), has('shape:c', cameFrom('a third'))]).toEqual([true, false])
  })
})
