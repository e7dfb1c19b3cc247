import { expect, test } from 'vitest'
import { maxOwnRevealsPerMinute } from '#shared/limits.ts'
import { board, participant } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { manualClock } from '../../../testing/manual-clock.ts'
import { startTestServer } from '../../../testing/start-test-server.ts'

test('[WA9] one person reveals her own so many times a minute; others are not held by it', async () => {
  const clock = manualClock()
  const server = await startTestServer({ clock })
  const { id } = await board(server)
  const [ana, ben] = [await participant(server, id), await participant(server, id)]
  const path = `/api/boards/${id}/session/reveal`
  clock.hold()
  const ask = () => ana.device.post(path, { scope: 'own' })
  const answers = await Promise.all(Array.from({ length: maxOwnRevealsPerMinute + 5 }, ask))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(maxOwnRevealsPerMinute)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
  expect(await ben.device.post(path, { scope: 'own' })).toMatchObject({ status: 200 })
  expect(await program(server).post(path, { scope: 'all' })).toMatchObject({ status: 200 })
  clock.moveMs((1.5 * 60_000) / maxOwnRevealsPerMinute)
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 429])
  await server.stop()
})
