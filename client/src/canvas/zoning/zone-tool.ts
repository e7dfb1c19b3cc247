import { StateNode, type TLPointerEventInfo, type TLStateNodeConstructor, type VecLike } from 'tldraw'
import type { Box } from '#shared/board/drawing/plan.ts'
import { zoneCell } from '#shared/templates/template.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { boxesOfOthers, snapReach } from './zone-boxes.ts'
import { makeZone } from './zone-changes.ts'
import { areOver, leastZone, type Snapped, snapMoved, snapSized } from './zone-places.ts'

export const zoneToolId = 'zone'
const noGuides = [] as const
const allEdges = { left: true, right: true, top: true, bottom: true } as const

/** A zone is drawn from corner to corner; by a click it has the usual size. It is nobody's until it is whole. */
export function zoneTool(context: CanvasContext): TLStateNodeConstructor {
  const { sketch, guides } = context.zoning
  return class ZoneTool extends StateNode {
    static override id = zoneToolId

    private start: VecLike | undefined

    override onEnter() {
      this.editor.setCursor({ type: 'cross', rotation: 0 })
      this.editor.selectNone()
    }
    override onExit() {
      this.drop()
    }
    override onPointerDown(info: TLPointerEventInfo) {
      if (info.button !== 0) return
      this.start = { ...this.editor.inputs.currentPagePoint.toJson() }
    }
    override onPointerMove() {
      const drawn = this.start && this.editor.inputs.isDragging ? this.drawn(this.start) : undefined
      if (drawn) this.show(drawn)
    }
    override onPointerUp() {
      if (!this.start) return
      const { box } = sketch.get() ?? this.clicked(this.start)
      this.drop()
      makeZone(this.editor, context, box)
    }
    override onCancel() {
      // First what is being drawn, then the tool.
      if (this.start) this.drop()
      else this.editor.setCurrentTool('select')
    }
    override onInterrupt() {
      this.drop()
    }

    private drawn(start: VecLike): Snapped {
      const { x, y } = this.editor.inputs.currentPagePoint
      const box = {
        ...{ x: Math.min(start.x, x), y: Math.min(start.y, y) },
        ...{ w: Math.abs(x - start.x), h: Math.abs(y - start.y) },
      }
      const snapped = snapSized(box, allEdges, boxesOfOthers(this.editor), snapReach(this.editor))
      return { ...snapped, box: atLeast(whole(snapped.box), { isLeft: x < start.x, isUp: y < start.y }) }
    }

    /** With its middle where one pressed. */
    private clicked({ x, y }: VecLike): Snapped {
      const box = { x: x - zoneCell.w / 2, y: y - zoneCell.h / 2, w: zoneCell.w, h: zoneCell.h }
      const snapped = snapMoved(box, boxesOfOthers(this.editor), snapReach(this.editor) * 4)
      return { ...snapped, box: whole(snapped.box) }
    }

    private show({ box, guides: lines }: Snapped) {
      const isOver = boxesOfOthers(this.editor).some((other) => areOver(box, other))
      sketch.set({ box, isOver })
      guides.set(lines)
    }
    private drop() {
      this.start = undefined
      sketch.set(null)
      guides.set(noGuides)
    }
  }
}

function whole({ x, y, w, h }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)]
  return { x: left, y: top, w: Math.round(x + w) - left, h: Math.round(y + h) - top }
}

/** The corner where it began stays. */
function atLeast(box: Box, { isLeft, isUp }: { readonly isLeft: boolean; readonly isUp: boolean }): Box {
  const [w, h] = [Math.max(box.w, leastZone.w), Math.max(box.h, leastZone.h)]
  return { x: isLeft ? box.x + box.w - w : box.x, y: isUp ? box.y + box.h - h : box.y, w, h }
}
