import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { due, evidence, owner, scale } from '#shared/board/testing/fields.ts'
import { maxValueLength } from '#shared/limits.ts'
import { createMemoryBoardLog } from '../../storage/memory/memory-board-log.ts'
import { note, zone } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { type SyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

const rated = zone('shape:rated')
const fields = [evidence, scale(), due, owner]
const zones = [
  { ...rated, props: { ...rated.props, fields } },
  zone('shape:other', { props: { ...rated.props, key: 'other', fields: [{ ...owner, key: 'power' }] } }),
]
const theNote = note('shape:note', 'ferry', { parentId: 'shape:rated', meta: { by: 'ana', value_power: 3 } })

let server: SyncServer
let witness: RawClient
beforeEach(async () => {
  const log = createMemoryBoardLog()
  const bytes = encodeNewBoard([...zones, theNote])
  await log.append([{ boardId: testBoardId, epoch: 1, bytes, participantId: null, atMs: 0, isEdit: false }])
  server = await syncServerForThisTest({ log })
  witness = await connect('ana')
})

const connect = (token: string) => connectForThisTest(server.url, token)

/** Something somebody did to the note while she had no line, and sends when she has one again. @returns what sends it */
function offline({ doc, sendUpdate }: RawClient, change: (note: BoardRecord) => BoardRecord): () => void {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const records = openBoardRecords(copy)
  const before = records.read('shape:note')
  if (!before) throw new Error('There is no note.')
  const known = Y.encodeStateVector(copy)
  copy.transact(() => records.change(before, change(before)))
  const update = Y.encodeStateAsUpdate(copy, known)
  copy.destroy()
  Y.applyUpdate(doc, update)
  return () => sendUpdate(update)
}

const set = (values: Readonly<Record<string, unknown>>) => (before: BoardRecord) => ({
  ...before,
  meta: { ...before.meta, ...values },
})

function metaOf({ records }: RawClient, id = 'shape:note'): unknown {
  return records.read(id)?.meta
}

test('[CH13] two people who set different fields of a note while they are offline both keep theirs', async () => {
  const ben = await connect('ben')
  const sendBens = offline(ben, set({ value_evidence: 'some' }))
  const sendAnas = offline(witness, set({ value_due: '2026-11-22', value_owner: 'Ana' }))
  sendBens()
  sendAnas()
  const both = { by: 'ana', value_power: 3, value_evidence: 'some', value_due: '2026-11-22', value_owner: 'Ana' }
  const late = await connect('vera')
  for (const person of [ben, witness, late]) await until('both', () => Object.keys(Object(metaOf(person))).length === 5)
  for (const person of [ben, witness, late]) expect(metaOf(person)).toEqual(both)
  expect(ben.notices).toEqual([])
})

describe('a value that is none', () => {
  test.each([
    ['an object', { value_owner: { words: 'SMUGGLED' } }],
    ['a list', { value_nothing: ['SMUGGLED'] }],
    ['words above the limit', { value_owner: 'SMUGGLED'.repeat(maxValueLength) }],
    ['words above the limit of a field that the zone has not', { value_nothing: 'SMUGGLED'.repeat(maxValueLength) }],
    ['a word that the choice has not', { value_evidence: 'SMUGGLED' }],
    ['what is no date', { value_due: 'SMUGGLED' }],
    ['a number outside the scale', { value_power: 11, value_owner: ['SMUGGLED'] }],
  ])('[CH13] is put back, with nothing else of the note: %s', async (_case, bad) => {
    const ben = await connect('ben')
    offline(ben, (before) => ({ ...set(bad)(before), x: 77 }))()
    await until('the notice', () => ben.notices.length > 0)
    expect(ben.notices).toEqual([{ code: 'taken_back', reason: 'invalid', recordIds: ['shape:note'] }])
    await until('the place', () => witness.records.read('shape:note')?.x === 77)
    for (const person of [witness, await connect('vera')]) {
      expect(metaOf(person)).toEqual({ by: 'ana', value_power: 3 })
      expect(person.hasHeard('SMUGGLED')).toBe(false)
    }
  })

  test('[CH13] goes from a note that is new, whose words stay', async () => {
    const ben = await connect('ben')
    const made = note('shape:new', 'solar', {
      parentId: 'shape:rated',
      meta: { value_due: 'SMUGGLED', value_power: 9 },
    })
    ben.edit((records) => records.put(made))
    await until('the note', () => witness.records.has('shape:new'))
    expect(witness.records.read('shape:new')).toEqual({ ...made, meta: { value_power: 9 } })
    for (const person of [witness, await connect('vera')]) expect(person.hasHeard('SMUGGLED')).toBe(false)
  })
})

test('[CH13] a value comes with its note into a zone whose field is another, and stays', async () => {
  const ben = await connect('ben')
  ben.edit((records) => records.change(theNote, { ...theNote, parentId: 'shape:other' }))
  await until('the move', () => witness.records.read('shape:note')?.parentId === 'shape:other')
  expect(metaOf(witness)).toEqual({ by: 'ana', value_power: 3 })
  offline(ben, set({ value_power: 4 }))()
  await until('the notice', () => ben.notices.length > 0)
  expect(metaOf(witness)).toEqual({ by: 'ana', value_power: 3 })
  ben.edit((records) => {
    const now = records.read('shape:note')
    if (now) records.change(now, set({ value_power: 'the port' })(now))
  })
  await until('the words', () => Object(metaOf(witness)).value_power === 'the port')
})
