import { beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
beforeEach(async () => {
  server = await syncServerForThisTest()
})

const connect = (token: string) => connectForThisTest(server.url, token)

describe('a reader that stops reading', () => {
  test('[CL7] is not buffered for without end, holds up nobody, and gets all of it when it reads on', async () => {
    const ana = await connect('ana')
    const witness = await connect('ben')
    const slow = await connect('vera')
    slow.socket.pause()
    const written = 120
    const text = 'x'.repeat(100_000)
    for (let i = 0; i < written; i += 1) {
      ana.edit((records) => records.put(note(`shape:n${i}`, `${i}${text}`)))
      if (i > 0) ana.edit((records) => records.put(note(`shape:n${i - 1}`, `${i - 1}`)))
      await until('the note', () => witness.records.has(`shape:n${i}`))
    }
    const framesBefore = slow.frames.length
    slow.socket.resume()
    await until(
      'everything',
      () => slow.records.ids().length === written + 2 && slow.records.has(`shape:n${written - 1}`),
    )
    expect(slow.records.readAll()).toEqual(expect.arrayContaining([...witness.records.readAll()]))
    expect(slow.closed).toBeUndefined()
    // Most of it was never sent, because it was overtaken: one difference made up for it.
    expect(slow.frames.length - framesBefore).toBeLessThan(written)
  })
})
