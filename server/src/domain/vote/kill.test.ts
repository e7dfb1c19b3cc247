import { expect, test } from 'vitest'
import { program } from '../../testing/http-client.ts'
import { startServerProcess } from '../../testing/server-process.ts'
import { makeTempDir } from '../../testing/temp-dir.ts'
import { until } from '../../testing/until.ts'
import { boardToVoteOn, openRound, voter } from '../../testing/vote-facts.ts'

/** Two processes start. */
const timeoutMs = 120_000

test(
  '[VO5] every dot that was answered is there after kill -9, and the round goes on',
  async () => {
    const dir = await makeTempDir()
    const first = await startServerProcess(dir.path)
    let server = first
    try {
      const { id, path } = await boardToVoteOn(first)
      const round = await openRound(first, path, { dots: 30 })
      const people = await Promise.all([0, 1, 2, 3].map(() => voter(first, id, () => round.id)))
      const answered = people.map(() => new Set<number>())
      const voting = people.map(async (one, i) => {
        // Until the line breaks: the server is killed between a dot and its answer.
        for (let slot = 0; slot < 30; slot += 1) {
          const status = await one.put(slot, 'abcde'[slot % 5] ?? '').then(
            (answer) => answer.status,
            () => undefined,
          )
          if (status === undefined) return
          expect(status).toBe(200)
          answered[i]?.add(slot)
        }
      })
      await until('some answers', () => answered.every(({ size }) => size > 3))
      await first.kill()
      await Promise.all(voting)
      expect(answered.some(({ size }) => size < 30)).toBe(true)

      server = await startServerProcess(dir.path)
      for (const [i, { token }] of people.entries()) {
        const { own } = (await program(server, token).get(`${path}/${round.id}`)).body
        const there = new Set(own.dots.map(({ slot }: { slot: number }) => slot))
        expect([...(answered[i] ?? [])].filter((slot) => !there.has(slot))).toEqual([])
        // What was under way may be there or not; what is not said twice is there once.
        expect(there.size - (answered[i]?.size ?? 0)).toBeLessThanOrEqual(1)
      }
      const { result } = (await program(server).post(`${path}/${round.id}/close`)).body
      const total = answered.reduce((sum, { size }) => sum + size, 0)
      expect(result.votes).toBeGreaterThanOrEqual(total)
      expect(result.votes).toBeLessThanOrEqual(total + people.length)
    } finally {
      await first.kill()
      await server.kill()
      await dir.remove()
    }
  },
  timeoutMs,
)
