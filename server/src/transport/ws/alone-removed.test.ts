import { expect, test } from 'vitest'
import { createMemoryLayerStore } from '../../storage/memory/memory-layer-store.ts'
import { connectRaw } from '../../testing/raw-client.ts'
import { startSyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

test('[SE4] who is removed while her own layer is being opened gets no line to it, and others do', async () => {
  const store = createMemoryLayerStore()
  const server = await startSyncServer({
    layerStore: {
      ...store,
      async open(wanted) {
        const layer = await store.open(wanted)
        if (wanted.participantId === 'ana')
          server.rooms.disconnect(testBoardId, 'removed', ({ participantId }) => participantId === 'ana')
        return layer
      },
    },
  })
  const own = (token: string) =>
    connectRaw(server.url, token, { boardId: `${testBoardId}/own`, isSynced: token !== 'ana' })
  const [ana, ben] = [await own('ana'), await own('ben')]
  await until('the end of her line', () => ana.closed)
  expect(ana.closed?.code).toBe(4403)
  expect(ben.closed).toBeUndefined()
  ben.stop()
  await server.stop()
})
