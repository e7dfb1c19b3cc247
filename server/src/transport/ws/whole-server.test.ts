import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isZone } from '#shared/board/zone-shape.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { note } from '../../testing/board-content.ts'
import { account, board, linkPath, participant, password } from '../../testing/facts.ts'
import { browser, type HttpClient, program, socketUrl } from '../../testing/http-client.ts'
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

async function join(boardId: string, role: 'facilitator' | 'editor' | 'viewer' = 'editor'): Promise<RawClient> {
  const { joined } = await participant(server, boardId, role)
  const person = await connectRaw(socketUrl(server), joined.token, { boardId })
  people.push(person)
  return person
}

const ids = async (boardId: string): Promise<string[]> =>
  (await program(server).get(`/api/boards/${boardId}/records`)).body.records.map(({ id }: { id: string }) => id)

describe('a board of the whole server', () => {
  test('[SY1] is synced to a stock client with a join token, and served over HTTP as saved', async () => {
    const { id } = await board(server)
    const { joined } = await participant(server, id)
    const stock = await connectStock(socketUrl(server), joined.token, { boardId: id })
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

describe('a sign-in that ends', () => {
  /** A board open in a browser in which somebody is signed in. */
  async function openBoard(person: HttpClient, boardId: string) {
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const socket = new WebSocket(`${socketUrl(server)}/${boardId}`, { headers: { cookie }, origin: server.url })
    people.push({ stop: () => socket.terminate() })
    const opened: { socket: WebSocket; code: number | undefined } = { socket, code: undefined }
    socket.on('close', (code) => {
      opened.code = code
    })
    await once(socket, 'message')
    return opened
  }

  async function signedInTwice() {
    const ana = await account(server)
    const phone = browser(server)
    await phone.post('/api/sign-in', { email: ana.email, password })
    const { id } = await board(server)
    const [atDesk, onPhone] = await Promise.all([openBoard(ana.browser, id), openBoard(phone, id)])
    return { ana, phone, atDesk, onPhone }
  }
  const noAccess = closeCodes.noAccess.code

  test('takes its own boards with it, and no others', async () => {
    const { phone, atDesk, onPhone } = await signedInTwice()
    await phone.post('/api/sign-out')
    await until('the close', () => onPhone.code === noAccess)
    expect(atDesk.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('by a new password takes the boards of the others with it', async () => {
    const { ana, atDesk, onPhone } = await signedInTwice()
    await ana.browser.post('/api/me/password', { currentPassword: password, newPassword: 'a new password' })
    await until('the close', () => onPhone.code === noAccess)
    expect(atDesk.socket.readyState).toBe(WebSocket.OPEN)
  })

  test.each<[string, (ana: Awaited<ReturnType<typeof account>>) => Promise<unknown>]>([
    [
      'by a reset link',
      async ({ id }) => {
        const { body } = await program(server).post(`/api/accounts/${id}/reset-link`)
        return browser(server).post(linkPath(body.url), { password: 'another password' })
      },
    ],
    ['everywhere', ({ browser: own }) => own.post('/api/sign-out-everywhere')],
    ['with its account', ({ id }) => program(server).patch(`/api/accounts/${id}`, { isDisabled: true })],
  ])('%s takes all boards with it', async (_how, end) => {
    const { ana, atDesk, onPhone } = await signedInTwice()
    await end(ana)
    await until('the closes', () => atDesk.code === noAccess && onPhone.code === noAccess)
  })
})

test('the operator sees how many boards are live, and how many people are on them', async () => {
  const { id } = await board(server)
  const gauges = async () => (await program(server).get('/metrics')).body.match(/^tablecloth_.*$/gm)
  expect(await gauges()).toEqual(expect.arrayContaining(['tablecloth_live_boards 0', 'tablecloth_people_here 0']))
  await Promise.all([join(id), join(id)])
  expect(await gauges()).toEqual(expect.arrayContaining(['tablecloth_live_boards 1', 'tablecloth_people_here 2']))
})
