import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isZone } from '#shared/board/zone-shape.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { note, zone } from '../../testing/board-content.ts'
import { board, participant } from '../../testing/facts.ts'
import { program, socketUrl } from '../../testing/http-client.ts'
import { connectRaw, type RawClient } from '../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { until } from '../../testing/until.ts'

let dir: TempDir
let server: TestServer
let logged: string[]
beforeEach(async () => {
  dir = await makeTempDir()
  await start()
})
afterEach(async () => {
  await server.stop()
  await dir.remove()
})

async function start() {
  logged = []
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) })
  server = await startTestServer({ config: { dataDir: dir.path }, log })
}

/** Somebody deletes rows by hand while the server is down. */
async function lose(sql: string) {
  await server.stop()
  const db = new Sqlite(join(dir.path, 'tablecloth.sqlite'))
  db.exec(sql)
  db.close()
  await start()
}
const everything = 'DELETE FROM board_update; DELETE FROM board_snapshot'

const connect = (boardId: string, token: string, isSynced = true) =>
  connectRaw(socketUrl(server), token, { boardId, isSynced })

async function write(person: RawClient, ...ids: readonly string[]) {
  const before = person.saved.at(-1)?.count ?? 0
  for (const id of ids) person.edit((records) => records.put(note(id, id)))
  await until('the acknowledgement', () => person.saved.some(({ count }) => count === before + ids.length))
}
const isTold = (person: RawClient) => until('the notice', () => person.notices.some(({ code }) => code === 'recovered'))
const shapesOf = (person: RawClient) =>
  person.records
    .readAll()
    .filter((record) => record.typeName === 'shape' && !isZone(record))
    .map(({ id }) => id)
    .sort()

describe('a board of which every row was deleted by hand', () => {
  test('[SY9] that began empty, and of which nothing was kept, is refused and said to the operator', async () => {
    const { id } = await board(server)
    const { joined } = await participant(server, id)
    await lose(everything)
    const refused = await connect(id, joined.token, false)
    expect(await until('the close', () => refused.closed)).toEqual(closeCodes.cannotOpen)
    expect(logged.join()).toContain(`"boardId":"${id}"`)
  })

  test('[SY21] opens with what its template laid out', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { joined } = await participant(server, id)
    const before = await connect(id, joined.token)
    const zones = before.records.readAll().filter(isZone)
    before.stop()
    await lose(everything)
    const listed = await program(server).get(`/api/boards/${id}/records`)
    expect(listed.body.records.filter(isZone)).toHaveLength(zones.length)
    const back = await connect(id, joined.token)
    await isTold(back)
    expect(back.records.readAll().filter(isZone)).toEqual(zones)
    expect(logged.join()).toContain('The template stands in')
    await write(back, 'shape:goes-on')
    back.stop()
    await server.stop()
    await start()
    const again = await connect(id, joined.token)
    expect(shapesOf(again)).toEqual(['shape:goes-on'])
    again.stop()
  })

  test('[SY21] opens as it was last kept, and what one device still holds comes back to it, whoever wrote that', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const people = [await participant(server, id), await participant(server, id)]
    const [ana, ben] = people.map(({ joined }) => joined)
    if (!ana || !ben) throw new Error('two people were expected')
    const [benThere, anaThere] = [await connect(id, ben.token), await connect(id, ana.token)]
    await write(benThere, 'shape:kept', 'shape:changed', 'shape:deleted')
    await program(server).post(`/api/boards/${id}/checkpoints`, { title: 'Kept' })
    const byBen = { ...note('shape:later', 'after that'), meta: { by: ben.participantId } }
    benThere.edit((records) => {
      records.put(byBen)
      records.put(note('shape:changed', 'changed after that'))
      records.remove('shape:deleted')
    })
    const facilitator = await participant(server, id, 'facilitator')
    const faye = await connect(id, facilitator.joined.token)
    faye.edit((records) => records.put(zone('shape:zone-new', { x: -9_000 })))
    await until('the zone', () => anaThere.records.has('shape:zone-new'))
    const held = Y.encodeStateAsUpdate(anaThere.doc)
    for (const person of [anaThere, benThere, faye]) person.stop()

    await lose(everything)
    const [witness, returning] = [await connect(id, ben.token), await connect(id, ana.token)]
    await Promise.all([witness, returning].map(isTold))
    expect(shapesOf(witness)).toEqual(['shape:changed', 'shape:deleted', 'shape:kept'])
    expect(logged.join()).toContain('The newest checkpoint stands in')
    // Ben's own device is here again under the id that it had.
    witness.showState(benThere.doc.clientID, 1, {})
    returning.send(encodeSync('step2', held))
    await until('what came later', () => witness.records.has('shape:later'))
    expect(shapesOf(witness)).toEqual(['shape:changed', 'shape:kept', 'shape:later'])
    expect(witness.records.read('shape:later')).toEqual(byBen)
    expect(witness.records.read('shape:changed')).toEqual(note('shape:changed', 'changed after that'))
    expect(witness.records.has('shape:zone-new')).toBe(true)
    expect(returning.notices.map(({ code }) => code)).toEqual(['recovered'])
    for (const person of [witness, returning]) person.stop()
  })

  test('[SY21] takes back once from each line: what is written afterwards is held to what its writer may do', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { joined } = await participant(server, id)
    await lose(everything)
    const back = await connect(id, joined.token)
    back.send(encodeSync('step2', Y.encodeStateAsUpdate(new Y.Doc())))
    back.edit((records) => records.put(zone('shape:zone-mine')))
    await until('the notice', () => back.notices.some(({ code }) => code === 'taken_back'))
    back.stop()
  })
})

describe('a board of which some rows were deleted by hand', () => {
  test('[SY8] opens without the newest ones, and says so', async () => {
    const { id } = await board(server)
    const { joined } = await participant(server, id)
    const before = await connect(id, joined.token)
    await write(before, 'shape:one', 'shape:two')
    before.stop()
    await lose('DELETE FROM board_update WHERE number = (SELECT max(number) FROM board_update)')
    const back = await connect(id, joined.token)
    await isTold(back)
    expect(shapesOf(back)).toEqual(['shape:one'])
    await write(back, 'shape:three')
    back.stop()
    await server.stop()
    await start()
    const again = await connect(id, joined.token)
    await write(again, 'shape:four')
    expect({ shapes: shapesOf(again), notices: again.notices }).toEqual({
      shapes: ['shape:four', 'shape:one', 'shape:three'],
      notices: [],
    })
    again.stop()
  })

  test('[SY21] among them the first, opens with what is left and what was last kept', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { joined } = await participant(server, id)
    const before = await connect(id, joined.token)
    const zones = before.records.readAll().filter(isZone)
    await write(before, 'shape:one')
    before.stop()
    await lose('DELETE FROM board_update WHERE number = (SELECT min(number) FROM board_update)')
    const back = await connect(id, joined.token)
    await isTold(back)
    expect({ zones: back.records.readAll().filter(isZone), shapes: shapesOf(back) }).toEqual({
      zones,
      shapes: ['shape:one'],
    })
    back.stop()
  })
})

describe('what somebody wrote alone, of which rows were deleted by hand', () => {
  const ofLayers = 'FROM board_update WHERE board_id IN (SELECT id FROM layer)'

  async function writeAlone() {
    const { id } = await board(server)
    const { joined } = await participant(server, id)
    const alone = () => connect(`${id}/own`, joined.token)
    const before = await alone()
    await write(before, 'shape:one', 'shape:two')
    const held = Y.encodeStateAsUpdate(before.doc)
    before.stop()
    return { id, alone, held }
  }

  test('[SY8] [WA10] opens without the newest ones, and her device brings them back', async () => {
    const { alone, held } = await writeAlone()
    await lose(`DELETE FROM board_update WHERE number = (SELECT max(number) ${ofLayers})`)
    const back = await alone()
    await isTold(back)
    expect(shapesOf(back)).toEqual(['shape:one'])
    back.send(encodeSync('step2', held))
    const other = await alone()
    await until('what was lost', () => shapesOf(other).length === 2)
    back.stop()
    other.stop()
  })

  test('[SY9] [WA10] begins anew where all are gone, keeps nobody else from writing, and her device brings it back', async () => {
    const { id, alone, held } = await writeAlone()
    await lose(`DELETE ${ofLayers}`)
    const { joined } = await participant(server, id)
    const ben = await connect(`${id}/own`, joined.token)
    await write(ben, 'shape:bens')
    expect(ben.notices).toEqual([])
    const back = await alone()
    await isTold(back)
    expect(logged.join()).toContain('What somebody wrote alone begins anew')
    back.send(encodeSync('step2', held))
    const other = await alone()
    await until('what was lost', () => shapesOf(other).length === 2)
    for (const person of [ben, back, other]) person.stop()
  })
})
