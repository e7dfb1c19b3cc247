import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { note } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import type { SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'
import { writtenUpdate } from '../../testing/written-update.ts'

let server: SyncServer
let witness: RawClient
let hostile: RawClient
beforeEach(async () => {
  server = await syncServerForThisTest()
  witness = await connectForThisTest(server.url, 'ana')
  hostile = await connectForThisTest(server.url, 'ben')
})

/** The witness has the line that she came with, and the board takes and tells what she writes. */
async function expectUnharmed() {
  witness.edit((records) => records.put(note('shape:after', 'still here')))
  await until('the acknowledgement', () => witness.closed ?? witness.saved.some(({ count }) => count === 1))
  expect(witness.closed).toBeUndefined()
  expect(server.logged.filter(({ level }) => level === 'error')).toEqual([])
  const late = await connectForThisTest(server.url, 'vera')
  expect(late.records.read('shape:after')).toEqual(note('shape:after', 'still here'))
}

const outOfOrder = [9, [7, 2], [0, 2]] as const
const secret = { structs: [{ values: ['a secret word'], in: 'shape:secret' }] }

test.each([
  [
    'lies in what its own client is still to make',
    writtenUpdate([{ client: 9, clock: 0, structs: [{ values: [1], in: [9, 5] }] }]),
  ],
  ['lies in itself', writtenUpdate([{ client: 9, clock: 0, structs: [{ values: [1], in: [9, 0] }] }])],
  [
    'lies both behind and before the same',
    writtenUpdate([{ client: 9, clock: 2, structs: [{ values: [1], behind: [9, 0], before: [9, 0] }] }]),
  ],
  [
    'lies between two keys',
    writtenUpdate([
      {
        client: 9,
        clock: 0,
        structs: [
          { values: [1], in: 'shape:x/at' },
          { values: [1], in: 'shape:y/at' },
          { values: [1], behind: [9, 0], before: [9, 1] },
        ],
      },
    ]),
  ],
  ['deletes nothing of a client who is to come', writtenUpdate([], [[9, [0, 0]]])],
  ['deletes out of order', writtenUpdate([], [outOfOrder])],
  ['deletes more than can be counted', writtenUpdate([], [[9, [Number.MAX_SAFE_INTEGER, 1]]])],
  ['writes no value', writtenUpdate([{ client: 9, clock: 0, structs: [{ values: [], in: 'shape:x' }] }])],
  [
    'writes more than can be counted',
    writtenUpdate([{ client: 9, clock: 0, structs: [{ swept: Number.MAX_SAFE_INTEGER }, { swept: 2 }] }]),
  ],
  [
    'has two parts of one client, of which the second is empty',
    writtenUpdate([
      { client: 9, clock: 0, ...secret },
      { client: 9, clock: 0, structs: [] },
    ]),
  ],
])('[CL2] an update that no copy of Yjs writes, for it %s, is refused before it is applied', async (_case, update) => {
  hostile.sendUpdate(update)
  await until('it to be dealt with', () => hostile.closed ?? hostile.saved.some(({ count }) => count === 1))
  await expectUnharmed()
  expect(hostile.closed).toEqual(closeCodes.unreadable)
  expect(witness.hasHeard('a secret word')).toBe(false)
})

test('[SY18] what goes on in another place than what was deleted there is of another board', async () => {
  hostile.sendUpdate(writtenUpdate([{ client: 9, clock: 0, structs: [{ deleted: 2, in: 'shape:x' }] }]))
  await until('the acknowledgement', () => hostile.saved.some(({ count }) => count === 1))
  hostile.sendUpdate(writtenUpdate([{ client: 9, clock: 0, structs: [{ deleted: 3, in: 'shape:y' }] }]))
  await until('it to be dealt with', () => hostile.closed ?? hostile.saved.some(({ count }) => count === 2))
  await expectUnharmed()
  expect(hostile.closed).toEqual(closeCodes.freshDocumentNeeded)
})

test('[SY18] nobody deletes what the server is still to write', async () => {
  const [[serverId, clock] = [0, 0]] = Y.decodeStateVector(Y.encodeStateVector(witness.doc))
  hostile.sendUpdate(writtenUpdate([], [[serverId, [clock, 1_000]]]))
  await until('it to be dealt with', () => hostile.closed ?? hostile.saved.some(({ count }) => count === 1))
  await expectUnharmed()
  expect(hostile.closed).toEqual(closeCodes.freshDocumentNeeded)
})

test('[SY6] what came deleted is told although something waits: what builds upon it shows to all', async () => {
  const oneWaits = [[8, [0, 1]]] as const
  hostile.sendUpdate(writtenUpdate([{ client: 9, clock: 0, structs: [{ deleted: 1, in: 'shape:x' }] }], oneWaits))
  await until('the acknowledgement', () => hostile.saved.some(({ count }) => count === 1))
  const { id, ...base } = note('shape:built', 'upon it')
  hostile.sendUpdate(writtenUpdate([{ client: 9, clock: 1, structs: [{ values: [base], in: id }] }]))
  await until('the note', () => witness.records.read(id))
  await expectUnharmed()
})

test('[SY18] what goes on where the board knows a beginning that was swept away is of another board', async () => {
  hostile.sendUpdate(writtenUpdate([{ client: 9, clock: 0, structs: [{ swept: 2 }] }]))
  await until('the acknowledgement', () => hostile.saved.some(({ count }) => count === 1))
  hostile.sendUpdate(writtenUpdate([{ client: 9, clock: 0, structs: [{ values: [1, 2, 3], in: 'shape:x' }] }]))
  await until('it to be dealt with', () => hostile.closed ?? hostile.saved.some(({ count }) => count === 2))
  await expectUnharmed()
  expect(hostile.closed).toEqual(closeCodes.freshDocumentNeeded)
})

test('[SY18] what lies between what is there and what was swept away is of another board', async () => {
  hostile.sendUpdate(
    writtenUpdate([{ client: 9, clock: 0, structs: [{ swept: 1 }, { values: [1], in: 'shape:x/at' }] }]),
  )
  await until('the acknowledgement', () => hostile.saved.some(({ count }) => count === 1))
  hostile.sendUpdate(
    writtenUpdate([{ client: 8, clock: 0, structs: [{ values: [1], behind: [9, 1], before: [9, 0] }] }]),
  )
  await until('it to be dealt with', () => hostile.closed ?? hostile.saved.some(({ count }) => count === 2))
  await expectUnharmed()
  expect(hostile.closed).toEqual(closeCodes.freshDocumentNeeded)
})
