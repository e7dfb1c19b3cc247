import { expect, test } from 'vitest'
import { runDragCampaign } from '../../testing/drag-campaign.ts'
import { report } from '../../testing/report.ts'

const steps = Number(process.env.STEPS ?? 1_000_000)

/**
 * One at a time as fast as the machine can; ten at a time as twenty people do who drag ten each. What comes while a snapshot
 * is made is stored beside it, and of notes that are dragged together each place that is over stays in the document.
 */
test.each([{ together: 1 }, { together: 10, perSecond: 20 * 20 }])(
  '[SY19] a million steps on a board of 5,000 records, $together notes at a time, leave it within twice its content',
  async (pace) => {
    const result = await runDragCampaign({ records: 5_000, steps: steps / pace.together, ...pace })
    report(`drags of ${pace.together}`, result)
    expect(result.largestStoredBytes).toBeLessThan(result.contentBytes * 2 + 2 * 1024 * 1024)
    expect(result.storedBytes).toBeLessThan(result.contentBytes * 2)
    expect(result.logged).toEqual([])
  },
)
