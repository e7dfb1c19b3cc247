import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeTemplateFile } from '#shared/http/template-file.ts'
import { maxTemplateFileBytes } from '#shared/limits.ts'
import { findTemplate } from '#shared/templates/index.ts'
import { account, board, participant, recordsOf } from '../../../testing/facts.ts'
import { browser, program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const words = {
  title: 'Island café',
  summary: 'As we do it on the islands',
  category: 'cafe',
  stage: 'idea',
  people: { min: 5, max: 40 },
}
const zonesOf = async (boardId: string) => (await recordsOf(server, boardId)).filter(({ type }) => type === 'zone')
const save = async (boardId: string, more: Record<string, unknown> = {}) =>
  program(server).post(`/api/boards/${boardId}/template`, { ...words, ...more })
const newBoard = async (template: string) => (await board(server, { title: 'Next one', template })).id
const bring = (body: Uint8Array | string) =>
  program(server).send('POST', '/api/templates/from-file', body, { 'content-type': 'application/octet-stream' })
const fileOf = (id: string) => {
  const template = findTemplate(id)
  if (!template) throw new Error('there is no such template')
  return writeTemplateFile(template)
}
const titles = async (client = program(server), query = '') =>
  (await client.get(`/api/templates${query}`)).body.map(({ title }: { title: string }) => title)

describe('a board becomes a template', () => {
  test.each(['innovation-cafe-hybrid', 'design-sprint-week'])('%s: the next board has the same zones', async (id) => {
    const first = (await board(server, { template: id })).id
    const { status, body } = await save(first)
    expect(status).toBe(201)
    expect(body).toMatchObject({ title: words.title, isOwn: true, version: 1, minutes: findTemplate(id)?.minutes })
    const second = await newBoard(body.id)
    expect(await zonesOf(second)).toEqual(await zonesOf(first))
  })

  test('unless it has no zones', async () => {
    expect(await save((await board(server)).id)).toMatchObject({ status: 409, body: { code: 'board_without_zones' } })
  })

  test('with the run of show of its session, which the next session takes', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { body: prepared } = await program(server).post(`/api/boards/${id}/session`, { hasTemplateSteps: true })
    const [step] = prepared.session.plan.steps
    await program(server).post(`/api/boards/${id}/session/commands`, {
      key: 'command-1',
      version: prepared.session.version,
      command: { type: 'update_step', stepId: step.id, changes: { minutes: 33 } },
    })
    const { body: template } = await save(id)
    const next = await newBoard(template.id)
    const { body } = await program(server).post(`/api/boards/${next}/session`, { hasTemplateSteps: true })
    const plain = (steps: { id: string }[]) => steps.map(({ id: _id, ...said }) => said)
    const { body: now } = await program(server).get(`/api/boards/${id}/session`)
    expect(body.session.plan.steps[0].minutes).toBe(33)
    expect(plain(body.session.plan.steps)).toEqual(plain(now.session.plan.steps))
  })

  test('by people with an account only', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { device } = await participant(server, id, 'facilitator')
    expect((await device.post(`/api/boards/${id}/template`, words)).status).toBe(403)
    const { browser: ana } = await account(server)
    expect((await ana.post(`/api/boards/${id}/template`, words)).status).toBe(201)
  })
})

describe('a template of the organisation', () => {
  test('stands before the others, for accounts and nobody else', async () => {
    const { body } = await bring(fileOf('persona').replace('"Persona"', '"Our people"'))
    expect((await titles()).slice(0, 1)).toEqual(['Our people'])
    const { browser: ana } = await account(server)
    expect(await titles(ana)).toContain('Our people')
    expect(await titles(browser(server))).not.toContain('Our people')
    for (const path of [`/api/templates/${body.id}`, body.pictureUrl]) {
      expect((await browser(server).get(path)).status).toBe(404)
      expect((await ana.get(path)).status).toBe(200)
    }
  })

  test('is saved again as its next version; boards keep the one they began from', async () => {
    const café = (await board(server, { template: 'innovation-cafe-hybrid' })).id
    const { body: first } = await save(café, { title: 'Growing' })
    const before = await newBoard(first.id)
    const { id: retro } = await board(server, { template: 'retrospective' })
    const { body: second } = await save(retro, { title: 'Grown', template: first.id })
    expect(second).toMatchObject({ id: first.id, version: 2, title: 'Grown' })
    const { body } = await program(server).post(`/api/boards/${before}/session`, { hasTemplateSteps: true })
    expect(body.session.plan.steps).toHaveLength(findTemplate('innovation-cafe-hybrid')?.steps.length ?? 0)
    expect(await zonesOf(await newBoard(first.id))).toEqual(await zonesOf(retro))
  })

  test('is remembered by the board that was saved as it last', async () => {
    const { id } = await board(server, { template: 'retrospective' })
    const savedAs = async () => (await program(server).get(`/api/boards/${id}`)).body.savedAs
    expect(await savedAs()).toBeNull()
    const { body: one } = await save(id, { title: 'One' })
    expect(await savedAs()).toBe(one.id)
    const { body: other } = await bring(fileOf('persona'))
    await save(id, { title: 'Other', template: other.id })
    expect(await savedAs()).toBe(other.id)
    // Words said of it in the library come from no board.
    await program(server).patch(`/api/templates/${one.id}`, { title: 'One by another name' })
    expect(await savedAs()).toBe(other.id)
  })

  test('is what an earlier version of it was, when somebody goes back there, and nothing is lost', async () => {
    const { browser: ana } = await account(server)
    const { body: first } = await save((await board(server, { template: 'retrospective' })).id, { title: 'At first' })
    const { id: persona } = await board(server, { template: 'persona' })
    const changed = { ...words, title: 'Changed', template: first.id }
    await ana.post(`/api/boards/${persona}/template`, changed)
    const versions = async () => (await ana.get(`/api/templates/${first.id}/versions`)).body
    expect(await versions()).toMatchObject([
      { version: 2, title: 'Changed', byName: 'Ana' },
      { version: 1, title: 'At first', byName: null },
    ])
    const [now, before] = await versions()
    const picture = async ({ pictureUrl }: { pictureUrl: string }) => (await ana.get(pictureUrl)).body
    expect(await picture(before)).not.toEqual(await picture(now))

    const restore = (version: number | string, client = ana) =>
      client.post(`/api/templates/${first.id}/versions/${version}/restore`)
    const { status, body } = await restore(1)
    expect([status, body.version, body.title]).toEqual([200, 3, 'At first'])
    expect((await versions()).map(({ title }: { title: string }) => title)).toEqual(['At first', 'Changed', 'At first'])
    expect(await picture((await versions())[0])).toEqual(await picture(before))
    for (const none of [9, 0, '1;drop']) expect((await restore(none)).status).toBe(404)
    expect((await restore(1, browser(server))).status).toBe(401)
    expect((await browser(server).get(`/api/templates/${first.id}/versions`)).status).toBe(401)
    expect((await ana.get('/api/templates/persona/versions')).status).toBe(404)
  })

  test('is called something else, put away, and brought back', async () => {
    const { body } = await bring(fileOf('retrospective'))
    const change = (said: unknown) => program(server).patch(`/api/templates/${body.id}`, said)
    expect((await change({ title: 'Looking back' })).body).toMatchObject({ title: 'Looking back', version: 2 })
    expect((await change({ isPutAway: true })).body.isPutAway).toBe(true)
    expect(await titles()).not.toContain('Looking back')
    expect(await titles(program(server), '?state=put-away')).toContain('Looking back')
    await change({ isPutAway: false })
    expect(await titles()).toContain('Looking back')
    expect((await change({ isPutAway: true, people: { min: 9, max: 3 } })).body).toMatchObject({
      code: 'template_damaged',
      errors: [{ path: 'people', kind: 'order' }],
    })
    expect(await titles()).toContain('Looking back')
  })

  test('what comes with Tablecloth cannot be changed', async () => {
    const answer = await program(server).patch('/api/templates/persona', { title: 'Mine' })
    expect(answer).toMatchObject({ status: 404, body: { code: 'template_not_found' } })
  })
})

describe('a template as a file', () => {
  test('goes out and comes in again as the same', async () => {
    const { body: brought } = await bring(fileOf('futures-wheel'))
    const { headers, body } = await program(server).get(`/api/templates/${brought.id}/file`)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename=.*\.tablecloth-template\.json/)
    expect(body).toEqual(JSON.parse(fileOf('futures-wheel')))
  })

  test('that is wrong says where, and nothing is kept', async () => {
    const before = await titles()
    const file = JSON.parse(fileOf('innovation-cafe-hybrid'))
    file.template.zones[2].key = file.template.zones[1].key
    file.template.steps[0].minutes = -5
    const { status, body } = await bring(JSON.stringify(file))
    expect([status, body.code]).toEqual([422, 'template_damaged'])
    expect(body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'template.zones.2.key', kind: 'twice' }),
        expect.objectContaining({ path: 'template.steps.0.minutes', kind: 'too_small', bound: 0 }),
      ]),
    )
    expect(await titles()).toEqual(before)
  })

  test.each([
    ['no JSON', 'hello', 422, 'template_unreadable'],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x41]), 422, 'template_unreadable'],
    ['more than 1 MB', new Uint8Array(maxTemplateFileBytes + 1), 413, 'template_too_large'],
    ['nothing', '', 400, 'invalid_input'],
  ])('%s is refused with a reason', async (_, content, status, code) => {
    expect(await bring(content)).toMatchObject({ status, body: { code } })
  })
})
