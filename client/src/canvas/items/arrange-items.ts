import { type Editor, isShapeId, type TLShape, type TLShapeId } from 'tldraw'
import { axisFields } from '#shared/board/axis-values.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { noteKindOf } from '#shared/board/note-kind.ts'
import { fieldsOf } from '#shared/board/note-values.ts'
import { type Move, sortByVotes } from '#shared/session/votes/sort-zone.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { SortOutcome, ZoneScores } from './canvas-items.ts'
import { asRecord } from './read-items.ts'

const gap = 20

/** Puts what was voted on in a zone into rows, the most voted first: one change of the board, with a way back. */
export function sortZone(editor: Editor, context: CanvasContext, zoneId: string, scores: ZoneScores): SortOutcome {
  const zone = findZone(editor, zoneId)
  const hasAxes = zone !== undefined && axisFields(fieldsOf(zone)).length > 0
  const nothing = { hasAxes, movedCount: 0, fits: true, undo: () => undefined }
  if (!zone || hasAxes) return nothing
  const held = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => {
    // What nobody else sees would leave gaps that nobody else understands.
    const shape = context.aloneIds.get().has(id) ? undefined : editor.getShape(id)
    const box = shape && shape.type !== 'arrow' ? boxIn(editor, shape) : undefined
    return shape && box ? [{ id, shape, ...box }] : []
  })
  const isSorted = (shape: TLShape) => {
    const kind = noteKindOf(asRecord(shape))
    return kind !== undefined && scores.kinds.includes(kind)
  }
  const { moves, fits } = sortByVotes(
    held
      .filter(({ shape }) => isSorted(shape))
      .map(({ id, x, y, w, h }) => ({ ...{ id, x, y, w, h }, ...(scores.of.get(id) ?? { votes: 0, superVotes: 0 }) })),
    {
      within: planZone(zone.props).notes,
      gap,
      obstacles: held.filter(({ shape }) => !isSorted(shape)),
      direction: context.dir.get(),
    },
  )
  if (moves.length === 0) return { ...nothing, fits }
  const went = move(editor, moves, 'sort by votes')
  return {
    ...{ hasAxes, movedCount: moves.length },
    fits,
    undo() {
      // Only what still lies where it was put: what somebody has moved since then is meant to be there.
      const back = went.filter(({ id, x, y }) => {
        const now = editor.getShape(id)
        return now !== undefined && Math.hypot(now.x - x, now.y - y) < 1
      })
      move(
        editor,
        back.map(({ id, byX, byY }) => ({ id, byX: -byX, byY: -byY })),
        'undo sorting',
      )
    },
  }
}

function findZone(editor: Editor, zoneId: string): (ZoneShape & TLShape) | undefined {
  const zone = isShapeId(zoneId) ? editor.getShape(zoneId) : undefined
  return isZoneShape(zone) ? zone : undefined
}

/** Round a shape as it lies in its parent, turned or not. */
function boxIn(editor: Editor, shape: TLShape): Box | undefined {
  const corners = editor.getShapeLocalTransform(shape).applyToPoints(editor.getShapeGeometry(shape).bounds.corners)
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const box = { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
  return Object.values(box).every(Number.isFinite) ? box : undefined
}

type Went = {
  readonly id: TLShapeId
  readonly byX: number
  readonly byY: number
  readonly x: number
  readonly y: number
}

function move(editor: Editor, moves: readonly Move[], name: string): Went[] {
  editor.markHistoryStoppingPoint(name)
  const went = moves.flatMap(({ id, byX, byY }): Went[] => {
    const shape = isShapeId(id) ? editor.getShape(id) : undefined
    return shape ? [{ id: shape.id, byX, byY, x: shape.x + byX, y: shape.y + byY }] : []
  })
  editor.updateShapes(
    went.flatMap(({ id, x, y }) => {
      const type = editor.getShape(id)?.type
      return type === undefined ? [] : [{ id, type, x, y }]
    }),
  )
  return went
}
