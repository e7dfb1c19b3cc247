import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { note } from '../../testing/board-content.ts'
import { createSeededRandom, type SeededRandom } from '../../testing/seeded-random.ts'
import { connectStock, type StockClient, type StockVersion } from '../../testing/stock-client.ts'
import { members, startSyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

const seeds = Array.from({ length: Number(process.env.CONVERGENCE_SEEDS ?? 5) }, (_, i) => i + 1)
const names = ['ana', 'ben', 'eva', 'gus', 'ida']
const steps = 150

function act(person: StockClient, random: SeededRandom) {
  const ids = person.records.ids().filter((id) => id.startsWith('shape'))
  const kind = ids.length < 3 ? 'create' : random.pick(['create', 'move', 'recolour', 'write', 'delete', 'nest'])
  const id = ids.length > 0 ? random.pick(ids) : ''
  const record = person.read(id)
  person.edit((records) => {
    if (kind === 'create' || !record) {
      records.put(note(`shape:s${random.below(60)}`, `text ${random.below(100)}`))
    } else if (kind === 'move') {
      records.change(record, { ...record, x: random.below(1_000), y: random.below(1_000) })
    } else if (kind === 'recolour') {
      records.change(record, { ...record, props: { ...record.props, color: random.pick(['red', 'blue', 'green']) } })
    } else if (kind === 'write') {
      const { richText } = note('shape:x', `word ${random.below(100)}`).props ?? {}
      records.change(record, { ...record, props: { ...record.props, richText } })
    } else if (kind === 'nest') {
      // Circles and vanished parents come about by themselves when several people do this at once.
      records.change(record, { ...record, parentId: random.pick(ids) })
    } else {
      records.remove(id)
    }
  })
}

describe('five people who edit at random over lines that break', () => {
  test.each(seeds)('[SY14] end with equal boards (seed %i)', async (seed) => {
    const random = createSeededRandom(seed)
    const server = await startSyncServer({
      members: members(Object.fromEntries(names.map((name) => [name, 'editor']))),
      emptyRoomKeptMs: 10_000,
    })
    const people = await Promise.all(
      names.map((name, i) => {
        const version: StockVersion = i % 2 === 0 ? '3.1' : '2.1'
        return connectStock(server.url, name, { version })
      }),
    )
    try {
      for (let step = 0; step < steps; step += 1) {
        const person = random.pick(people)
        if (random.next() < 0.05) person.provider.disconnect()
        else if (!person.provider.shouldConnect && random.next() < 0.5) person.provider.connect()
        act(person, random)
        // Lets frames through in the midst of it, more or fewer of them.
        if (random.next() < 0.4) await new Promise((resolve) => setImmediate(resolve))
      }
      for (const person of people) person.provider.connect()
      const content = (records: readonly { id: string }[]) =>
        JSON.stringify([...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
      const settled = async () => {
        const served = content(await server.rooms.readRecords(testBoardId))
        const vectors = people.map(({ doc }) => [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort().join())
        return (
          new Set(vectors).size === 1 &&
          people.every((person) => person.provider.synced && content(person.records.readAll()) === served)
        )
      }
      let isSettled = false
      let isAsking = false
      await until(`equal boards with seed ${seed}`, () => {
        if (!isAsking) {
          isAsking = true
          void settled().then((value) => {
            isSettled = value
            isAsking = false
          })
        }
        return isSettled
      })
      for (const person of people) expect(person.doc.store.pendingStructs).toBeNull()
      const records = await server.rooms.readRecords(testBoardId)
      const ids = new Set(records.map(({ id }) => id))
      expect(records.filter((record) => record.parentId && !ids.has(String(record.parentId)))).toEqual([])
    } finally {
      for (const person of people) person.stop()
      await server.stop()
    }
  })
})
