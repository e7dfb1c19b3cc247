import * as Y from 'yjs'
import { encodeInk } from '#shared/board/ink.ts'
import { note } from './board-content.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'
import { shakySocket } from './shaky-socket.ts'
import { connectStock, type StockClient, type StockVersion, stockProviders } from './stock-client.ts'
import { members, startSyncServer, testBoardId } from './sync-server.ts'
import { until } from './until.ts'

const names = ['ana', 'ben', 'eva', 'gus', 'ida']
const kinds = ['create', 'move', 'recolour', 'write', 'type', 'draw', 'delete', 'nest'] as const

function stroke(id: string) {
  const { props: _, ...shape } = note(id, '')
  const props = {
    segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }],
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    isComplete: false,
    isClosed: false,
    isPen: false,
    scale: 1,
  }
  return { ...shape, type: 'draw', props }
}

function act(person: StockClient, random: SeededRandom) {
  const ids = person.records.ids().filter((id) => id.startsWith('shape'))
  const kind = ids.length < 3 ? 'create' : random.pick(kinds)
  const id = ids.length > 0 ? random.pick(ids) : ''
  const record = person.read(id)
  person.edit((records) => {
    if (kind === 'create' || !record) {
      const made = `shape:s${random.below(60)}`
      records.put(random.below(4) === 0 ? stroke(made) : note(made, `text ${random.below(100)}`))
    } else if (kind === 'move') {
      records.change(record, { ...record, x: random.below(1_000), y: random.below(1_000) })
    } else if (kind === 'recolour') {
      records.change(record, { ...record, props: { ...record.props, color: random.pick(['red', 'blue', 'green']) } })
    } else if (kind === 'write') {
      const { richText } = note('shape:x', `word ${random.below(100)}`).props ?? {}
      if (record.type === 'note') records.change(record, { ...record, props: { ...record.props, richText } })
    } else if (kind === 'type') {
      type(records.text(id), random)
    } else if (kind === 'draw') {
      const ink = records.map.get(`${id}/ink`)
      if (ink instanceof Y.Array) {
        ink.push(encodeInk([{ type: 'free', points: [{ x: random.below(9), y: 1 }] }]).slice(1))
      }
    } else if (kind === 'nest') {
      // Circles and vanished parents come about by themselves when several people do this at once.
      records.change(record, { ...record, parentId: random.pick(ids) })
    } else {
      records.remove(id)
    }
  })
}

/** A letter, or one less, somewhere in the words of a note, as an editor does it. */
function type(text: Y.XmlFragment | undefined, random: SeededRandom) {
  const paragraph = text?.toArray()[0]
  const words = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : undefined
  if (!(words instanceof Y.XmlText)) return
  if (words.length > 0 && random.below(3) === 0) words.delete(random.below(words.length), 1)
  else words.insert(random.below(words.length + 1), random.pick(['a', 'b', 'é', '🏝️']))
}

/** Two boards that are read as the same, in whatever order they came. */
function content(records: readonly { id: string }[]): string {
  return JSON.stringify([...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
}

/**
 * Five people, on the stock providers of three releases, edit at random over lines that are late and break. Resolves once
 * all boards are equal, and says what is unsound then.
 */
export async function converge(seed: number, steps: number): Promise<{ unsound: readonly string[]; shapes: number }> {
  const random = createSeededRandom(seed)
  const versions = Object.keys(stockProviders) as StockVersion[]
  const server = await startSyncServer({
    members: members(Object.fromEntries(names.map((name) => [name, 'editor']))),
    emptyRoomKeptMs: 10_000,
  })
  const socket = shakySocket(createSeededRandom(seed + 1_000_000))
  const people = await Promise.all(
    names.map((name, i) => connectStock(server.url, name, { version: versions[i % versions.length] ?? '3.1', socket })),
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
    const isSettled = async () => {
      const served = content(await server.rooms.readRecords(testBoardId))
      const vectors = people.map(({ doc }) => [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort().join())
      return (
        new Set(vectors).size === 1 &&
        people.every(({ provider, records }) => provider.synced && content(records.readAll()) === served)
      )
    }
    let hasSettled = false
    let isAsking = false
    await until(`equal boards with seed ${seed}`, () => {
      if (!isAsking) {
        isAsking = true
        void isSettled().then((value) => {
          hasSettled = value
          isAsking = false
        })
      }
      return hasSettled
    })
    const records = await server.rooms.readRecords(testBoardId)
    const ids = new Set(records.map(({ id }) => id))
    return {
      unsound: [
        ...people.filter(({ doc }) => doc.store.pendingStructs !== null).map(() => 'a board waits for something'),
        ...records
          .filter(({ parentId }) => parentId && !ids.has(String(parentId)))
          .map(({ id }) => `${id} has no parent`),
      ],
      shapes: records.length,
    }
  } finally {
    for (const person of people) person.stop()
    await server.stop()
  }
}
