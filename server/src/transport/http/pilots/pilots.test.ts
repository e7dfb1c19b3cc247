import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { board, participant, pilot } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('a pilot', () => {
  test('begins as an idea with a readable address', async () => {
    const answer = await program(server).post('/api/pilots', { title: '  Reefs & tides ' })
    expect(answer).toMatchObject({
      status: 201,
      body: { slug: 'reefs-tides', title: 'Reefs & tides', stage: 'idea', challenge: '', boardCount: 0, countries: [] },
    })
    expect(await program(server).get('/api/pilots/reefs-tides')).toMatchObject({ body: { id: answer.body.id } })
  })

  test('gets a numbered address when another one has its title', async () => {
    const slugs = await Promise.all([1, 2, 3].map(async () => (await pilot(server, { title: 'Twice' })).slug))
    expect(slugs.sort()).toEqual(['twice', 'twice-2', 'twice-3'])
  })

  test('changes field by field, and forgets why it was stopped when it goes on', async () => {
    const { id, slug } = await pilot(server, { challenge: 'Keep lights on' })
    const patch = async (change: unknown) => (await program(server).patch(`/api/pilots/${slug}`, change)).body
    expect(await patch({ stage: 'stopped', stoppedReason: 'No budget' })).toMatchObject({
      id,
      challenge: 'Keep lights on',
      stoppedReason: 'No budget',
    })
    expect(await patch({ stage: 'handed-over', owner: 'Mele' })).toMatchObject({ stoppedReason: '', owner: 'Mele' })
  })

  test('counts its boards, people and countries', async () => {
    const first = await board(server)
    const second = (await program(server).post(`/api/pilots/${first.pilotId}/boards`, { title: 'Two' })).body
    await program(server).patch(`/api/boards/${second.id}`, { isArchived: true })
    await participant(server, first.id)
    await participant(server, second.id)
    expect((await program(server).get(`/api/pilots/${first.pilotId}`)).body).toMatchObject({
      boardCount: 1,
      latestBoardId: first.id,
      participantCount: 2,
      countries: ['TO'],
    })
  })

  test('is in the list, the one changed last first', async () => {
    const older = await pilot(server)
    const newer = await pilot(server)
    await program(server).patch(`/api/pilots/${older.id}`, { department: 'Energy' })
    const ids = (await program(server).get('/api/pilots')).body.map(({ id }: { id: string }) => id)
    expect(ids.indexOf(older.id)).toBeLessThan(ids.indexOf(newer.id))
  })

  test.each([
    ['no title', {}, 'title'],
    ['an empty title', { title: '  ' }, 'title'],
    ['a title over 200 characters', { title: 'x'.repeat(201) }, 'title'],
    ['a number for a title', { title: 7 }, 'title'],
    ['an unknown stage', { title: 'A', stage: 'dream' }, 'stage'],
    ['an unknown field', { title: 'A', colour: 'red' }, 'colour'],
  ])('is refused with %s', async (_name, body, path) => {
    expect(await program(server).post('/api/pilots', body)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ path }] },
    })
  })

  test('that does not exist is not found', async () => {
    const missing = { status: 404, body: { code: 'pilot_not_found' } }
    expect(await program(server).get('/api/pilots/nothing')).toMatchObject(missing)
    expect(await program(server).patch('/api/pilots/nothing', { title: 'A' })).toMatchObject(missing)
    expect(await program(server).get('/api/pilots/nothing/boards')).toMatchObject(missing)
    expect(await program(server).post('/api/pilots/nothing/boards', { title: 'A' })).toMatchObject(missing)
  })
})
