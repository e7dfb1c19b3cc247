import type { Layer } from '../../domain/layer/layer.ts'
import type { LayerStore } from '../../domain/layer/layer-store.ts'

/** A layer store that is gone with the process: for tests of what lies above it. */
export function createMemoryLayerStore(): LayerStore {
  let layers: readonly Layer[] = []
  const isOf = (boardId: string, participantId?: string) => (layer: Layer) =>
    layer.boardId === boardId && (participantId === undefined || layer.participantId === participantId)
  return {
    find: async (boardId, participantId) => layers.find(isOf(boardId, participantId)),
    list: async (boardId) => layers.filter(isOf(boardId)),
    async open(wanted) {
      const known = layers.find(isOf(wanted.boardId, wanted.participantId))
      if (!known) layers = [...layers, wanted]
      return known ?? wanted
    },
    async markAnonymous(boardId, participantId) {
      const isMarked = isOf(boardId, participantId)
      layers = layers.map((layer) => (isMarked(layer) ? { ...layer, isAnonymous: true } : layer))
    },
  }
}
