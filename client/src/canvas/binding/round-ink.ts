import type { TLShape, TLStore } from 'tldraw'
import { isInk } from '#shared/board/board-records.ts'
import { type InkSegment, roundInk } from '#shared/board/ink.ts'
import { shareStructure } from './share-structure.ts'

/** Keeps strokes in the store as they travel: who draws one would otherwise see it a twentieth of a unit apart from the others. */
export function roundInkInStore(store: TLStore): void {
  store.sideEffects.registerBeforeCreateHandler('shape', (shape) => rounded(shape, undefined))
  store.sideEffects.registerBeforeChangeHandler('shape', (previous, next) => rounded(next, previous))
}

function rounded(shape: TLShape, previous: TLShape | undefined): TLShape {
  if (!isInk(shape) || !('segments' in shape.props)) return shape
  const before = previous && 'segments' in previous.props ? previous.props.segments : undefined
  const { segments } = shape.props
  if (segments === before) return shape
  const next = shareStructure(segments, roundInk(segments as readonly InkSegment[]))
  return next === segments ? shape : ({ ...shape, props: { ...shape.props, segments: next } } as TLShape)
}
