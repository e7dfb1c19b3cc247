import { expect, test } from 'vitest'
import { note } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import { boardMember, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

const own = `${testBoardId}/own`

test('[SY7] a board on which people wrote alone leaves nothing in memory once the last of them has gone', async () => {
  const { url, rooms, layers } = await syncServerForThisTest()
  const [onBoard, alone] = [
    await connectForThisTest(url, 'ana'),
    await connectForThisTest(url, 'ana', { boardId: own }),
  ]
  alone.edit((records) => records.put(note('shape:mine', 'written alone')))
  await until('the acknowledgement', () => alone.saved.some(({ count }) => count === 1))
  expect(layers.keptCount).toBeGreaterThan(0)

  onBoard.stop()
  await until('the board to be gone', () => rooms.liveBoards() === 0)
  // Her layer still asks where its zones are, and by which step it is written.
  expect(layers.keptCount).toBeGreaterThan(0)
  alone.stop()
  await until('nothing to be kept', () => layers.keptCount === 0)

  const back = await connectForThisTest(url, 'ben')
  await until('how many notes there are', () => back.sessions.some((session) => session.alone?.[''] === 1))
  const again = await connectForThisTest(url, 'ana', { boardId: own })
  expect(again.records.has('shape:mine')).toBe(true)
})

test('[SY7] who only asks what she has written alone leaves nothing in memory', async () => {
  const { layers } = await syncServerForThisTest()
  expect(await layers.own(boardMember('ana'))).toEqual({ notesByZone: {}, isAnonymous: false })
  await until('nothing to be kept', () => layers.keptCount === 0)
})
