import { Rectangle2d, type VecLike } from 'tldraw'
import type { Box } from '#shared/board/drawing/plan.ts'

/**
 * The room of a zone. It takes in what is dropped or made inside, but is nearly nothing to hit otherwise: for
 * facilitators its edge and heading, for everybody else not even those. So a click, the eraser, an arrow or a selection
 * frame goes through to what lies in it.
 */
export class ZoneGeometry extends Rectangle2d {
  private readonly grip: Box | undefined

  /** @param grip - Where the zone can be taken hold of; undefined where it cannot. */
  constructor({ w, h, grip }: { readonly w: number; readonly h: number; readonly grip: Box | undefined }) {
    super({ width: w, height: h, isFilled: false })
    this.grip = grip
  }

  override hitTestPoint(point: VecLike, margin = 0, hitInside = false): boolean {
    if (hitInside && contains(this.bounds, point)) return true
    return this.distanceToPoint(point) <= margin
  }

  override distanceToPoint(point: VecLike): number {
    if (!this.grip) return Number.POSITIVE_INFINITY
    return contains(this.grip, point) ? 0 : Math.abs(super.distanceToPoint(point, false))
  }

  override hitTestLineSegment(): boolean {
    return false
  }
}

function contains({ x, y, w, h }: Box, point: VecLike): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h
}
