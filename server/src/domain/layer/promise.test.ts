import { expect, test } from 'vitest'
import { having, plan, session, step } from '#shared/session/testing/sessions.ts'
import { createMemoryLayerStore } from '../../storage/memory/memory-layer-store.ts'
import { startSyncServer, testBoardId } from '../../testing/sync-server.ts'

test('[WA7] a step without names that begins while nobody is on the board makes all layers so', async () => {
  const layerStore = createMemoryLayerStore()
  await layerStore.open({ id: 'layer', boardId: testBoardId, participantId: 'ana', isAnonymous: false })
  const steps = [step('one', { mode: 'private', isAnonymous: true })]
  const running = having(session({ boardId: testBoardId, plan: plan({ steps }) }), { type: 'start' })
  // What is stored is the new step by the time that anybody is told.
  const server = await startSyncServer({ layerStore, sessionOf: async () => running })
  server.rooms.tellSession(testBoardId, running)
  await expect.poll(async () => (await layerStore.list(testBoardId))[0]?.isAnonymous).toBe(true)
  await server.stop()
})
