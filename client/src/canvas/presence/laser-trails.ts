/** Where somebody's laser has been, in page units, the oldest first. */
export type LaserTrail = { readonly colour: string; readonly points: TrailPoint[] }
type TrailPoint = { readonly x: number; readonly y: number; readonly atMs: number }

/** Page to screen, as tldraw's camera says it. */
type View = { readonly x: number; readonly y: number; readonly z: number; readonly w: number; readonly h: number }

/** Long enough to circle something and to say a word about it. */
export const trailLastsMs = 1_500
const headWidth = 7
const tailWidth = 2

/** Forgets what has faded. @returns false when nothing is left. */
export function fadeTrail({ points }: LaserTrail, nowMs: number): boolean {
  const first = points.findIndex(({ atMs }) => nowMs - atMs < trailLastsMs)
  points.splice(0, first < 0 ? points.length : first)
  return points.length > 0
}

/** Draws trails that thin and fade towards their beginning, for as long as there are any. */
export function createTrailPainter() {
  let canvas: HTMLCanvasElement | null = null
  let isBlank = true

  const draw = (pen: CanvasRenderingContext2D, { colour, points }: LaserTrail, { x, y, z }: View, nowMs: number) => {
    pen.strokeStyle = colour
    for (const [i, point] of points.entries()) {
      const before = points[i - 1] ?? point
      const freshness = 1 - (nowMs - point.atMs) / trailLastsMs
      pen.globalAlpha = freshness
      pen.lineWidth = tailWidth + (headWidth - tailWidth) * freshness
      pen.beginPath()
      pen.moveTo((before.x + x) * z, (before.y + y) * z)
      pen.lineTo((point.x + x) * z, (point.y + y) * z)
      pen.stroke()
    }
  }

  return {
    attach(next: HTMLCanvasElement | null): void {
      canvas = next
      isBlank = true
    },
    paint(trails: readonly LaserTrail[], view: View, nowMs: number): void {
      if (!canvas || (isBlank && trails.length === 0)) return
      const density = window.devicePixelRatio
      const [width, height] = [Math.round(view.w * density), Math.round(view.h * density)]
      // A new size wipes it as well.
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
      const pen = canvas.getContext('2d')
      if (!pen) return
      pen.setTransform(density, 0, 0, density, 0, 0)
      pen.clearRect(0, 0, view.w, view.h)
      // Round ends would lie over one another, and show where they do.
      pen.lineCap = 'butt'
      for (const trail of trails) draw(pen, trail, view, nowMs)
      isBlank = trails.length === 0
    },
  }
}
