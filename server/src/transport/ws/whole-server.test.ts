import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isZone } from '#shared/board/zone-shape.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { note } from '../../testing/board-content.ts'
import { board, participant } from '../../testing/facts.ts'
import { program } from '../../testing/http-client.ts'
import { connectRaw, type RawClient } from '../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { connectStock } from '../../testing/stock-client.ts'
import { until } from '../../testing/until.ts'

let server: TestServer
let people: { stop(): void }[] = []
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  for (const person of people) person.stop()
  people = []
  await server.stop()
})

const syncUrl = () => `${server.url.replace('http', 'ws')}/sync`

async function join(boardId: string, role: 'facilitator' | 'editor' | 'viewer' = 'editor'): Promise<RawClient> {
  const { joined } = await participant(server, boardId, role)
  const person = await connectRaw(syncUrl(), joined.token, { boardId })
  people.push(person)
  return person
}

const ids = async (boardId: string): Promise<string[]> =>
  (await program(server).get(`/api/boards/${boardId}/records`)).body.records.map(({ id }: { id: string }) => id)

describe('a board of the whole server', () => {
  test('[SY1] is synced to a stock client with a join token, and served over HTTP as saved', async () => {
    const { id } = await board(server)
    const { joined } = await participant(server, id)
    const stock = await connectStock(syncUrl(), joined.token, { boardId: id })
    people.push(stock)
    const other = await join(id)
    stock.edit((records) => records.put(note('shape:n', 'hello')))
    await until('the note', () => other.records.has('shape:n'))
    expect(await ids(id)).toContain('shape:n')
    expect((await program(server).get(`/api/boards/${id}`)).body).toMatchObject({
      peopleHere: 2,
      changedBy: expect.anything(),
    })
  })

  test('[CH2] [CH6] keeps to the roles that invitations gave', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const [viewer, editor, facilitator] = await Promise.all([join(id, 'viewer'), join(id), join(id, 'facilitator')])
    const zone = editor.records.readAll().find(isZone)
    if (!zone) throw new Error('the template has no zone')
    viewer.edit((records) => records.put(note('shape:viewer', '')))
    await until('the notice', () => viewer.notices.some(({ code }) => code === 'read_only'))
    facilitator.edit((records) => records.change(zone, { ...zone, y: -2 }))
    await until('the move', () => editor.records.read(zone.id)?.y === -2)
    editor.edit((records) => records.change(zone, { ...zone, x: -1 }))
    await until('the notice', () => editor.notices.some(({ code }) => code === 'taken_back'))
    await until('the zone to be back', () => editor.records.read(zone.id)?.x === zone.x)
    await until('the move at the viewer', () => viewer.records.read(zone.id)?.y === -2)
    expect(viewer.records.read(zone.id)).toEqual({ ...zone, y: -2 })
    expect(await ids(id)).not.toContain('shape:viewer')
  })

  test('closes for everybody when it is deleted', async () => {
    const { id } = await board(server)
    const person = await join(id)
    await program(server).delete(`/api/boards/${id}`)
    expect(await until('the close', () => person.closed)).toEqual(closeCodes.deleted)
  })
})
