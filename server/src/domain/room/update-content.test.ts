import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ProtocolError } from '#shared/errors.ts'
import { maxClientsPerUpdate } from '#shared/limits.ts'
import { deletionsOfManyClients, updateOfManyClients } from '../../testing/many-clients.ts'
import { createSeededRandom, type SeededRandom } from '../../testing/seeded-random.ts'
import type { ReadUpdate } from './read-once.ts'
import { readUpdate } from './update-content.ts'

describe('reading an update', () => {
  test.each([
    ['writings', updateOfManyClients],
    ['deletions', deletionsOfManyClients],
  ])('[CH11] takes the %s of as many clients as ever write on a board, and of no more', (_what, make) => {
    const { structs, ds } = readUpdate(make(maxClientsPerUpdate)).decoded
    expect(structs.length + ds.clients.size).toBe(maxClientsPerUpdate)
    expect(() => readUpdate(make(maxClientsPerUpdate + 1))).toThrow(ProtocolError)
  })

  test('and applying it then comes to the same as applying it at once, also where it was broken on the way', () => {
    let refused = 0
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = createSeededRandom(seed)
      const update = breakSometimes(anyUpdate(random), random)
      const read = readIfSound(update)
      if (!read) {
        refused += 1
        continue
      }
      const [ours, theirs] = [new Y.Doc(), new Y.Doc()]
      expect(read.decoded).toEqual(Y.decodeUpdate(update))
      expect(outcomeOf(() => read.apply(ours))).toBe(outcomeOf(() => Y.applyUpdate(theirs, update)))
      expect({ seed, state: Y.encodeStateAsUpdate(ours) }).toEqual({ seed, state: Y.encodeStateAsUpdate(theirs) })
    }
    expect(refused).toBeGreaterThan(5)
  })
})

function readIfSound(update: Uint8Array): ReadUpdate | undefined {
  try {
    return readUpdate(update)
  } catch {
    return undefined
  }
}

function outcomeOf(act: () => void): string {
  try {
    act()
    return 'applied'
  } catch (cause) {
    return String(cause)
  }
}

function anyUpdate(random: SeededRandom): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1 + random.below(1_000_000)
  const map = doc.getMap('records')
  for (let i = 0; i <= random.below(6); i += 1) {
    const text = new Y.XmlText(`words ${i}`)
    map.set(`shape:${random.below(4)}`, {
      text: 'note',
      at: [random.next(), null, true],
      deep: { n: random.below(99) },
    })
    map.set(`shape:${random.below(4)}/text`, text)
    text.insert(1, 'more', random.below(2) ? { bold: true } : {})
    map.set('ink', Y.Array.from([1, 'two', random.next()]))
    if (random.below(2)) map.delete(`shape:${random.below(4)}`)
  }
  return Y.encodeStateAsUpdate(doc)
}

function breakSometimes(update: Uint8Array, random: SeededRandom): Uint8Array {
  if (random.below(2)) return update
  const at = random.below(update.length)
  return update.map((byte, i) => (i === at ? byte ^ (1 << random.below(8)) : byte))
}
