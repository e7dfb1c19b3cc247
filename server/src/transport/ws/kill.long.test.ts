import { expect, test } from 'vitest'
import { type KillResult, runKillCampaign } from '../../testing/kill-campaign.ts'
import { report } from '../../testing/report.ts'

/** Then the writers go to another board: this one would come to hold more notes than a board may. */
const roundsOnBoard = 20

test('[SY13] nothing that was acknowledged or seen is lost in 200 kills', async () => {
  const rounds = Number(process.env.KILL_ROUNDS ?? 200)
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000)
  const results: KillResult[] = []
  for (let done = 0; done < rounds; done += roundsOnBoard) {
    results.push(await runKillCampaign(Math.min(roundsOnBoard, rounds - done), seed + done))
  }
  const sum = (count: (result: KillResult) => number) => results.reduce((total, result) => total + count(result), 0)
  const lost = results.flatMap((result) => result.lost)
  const changed = results.flatMap((result) => result.changed)
  report('kills', {
    ...{ seed, rounds: sum((result) => result.rounds), lost: lost.length, changed: changed.length },
    acknowledged: sum((result) => result.acknowledged),
    seen: sum((result) => result.seen),
    snapshots: sum((result) => result.snapshots),
  })
  expect({ lost, changed }).toEqual({ lost: [], changed: [] })
})
