import type { Box } from './drawing/plan.ts'

/** Whether two boxes lie over one another, or nearer than `gap`; below 0, edges may lie over one another so far. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
}
