import type { BoardRecord } from '#shared/board/board-records.ts'
import { layerShapeTypes } from '#shared/board/layer-shapes.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import { mayWriteIn } from '#shared/session/write-rule.ts'
import type { RecordForm } from './judge-record.ts'
import type { LayerHooks } from './layer-hooks.ts'

/** Holds a layer to what can be revealed from it: single shapes on the page or in a zone of the board. */
export function judgeLayer(
  now: RecordForm,
  previous: BoardRecord | undefined,
  layer: LayerHooks,
): 'invalid' | 'step' | undefined {
  if (now.form !== 'record') return undefined
  const { record } = now
  switch (record.typeName) {
    case 'shape':
      if (!layerShapeTypes.has(record.type)) return 'invalid'
      // Where it lay before, it may stay: the zone may have gone since, or the step be another.
      return record.parentId === previous?.parentId ? undefined : judgeParent(String(record.parentId), layer)
    case 'asset':
      return record.type === 'image' ? undefined : 'invalid'
    case 'binding':
      return undefined
    default:
      return previous ? undefined : 'invalid'
  }
}

function judgeParent(parentId: string, layer: LayerHooks): 'invalid' | 'step' | undefined {
  const holder = layer.holder(parentId)
  if (!holder && !parentId.startsWith('page:')) return 'invalid'
  const key = holder && isZone(holder) ? String(holder.props?.key) : undefined
  return mayWriteIn(layer.rule(), key) ? undefined : 'step'
}
