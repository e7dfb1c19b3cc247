import type { Editor } from 'tldraw'
import type { Box } from '#shared/board/drawing/plan.ts'

/** tldraw's own, but for the first: five cells of zones in a row, and what lies around them, fit on a phone of 320 pixels. */
export const zoomSteps = [0.03, 0.1, 0.25, 0.5, 1, 2, 4, 8]

type Insets = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

/** Screen pixels that tldraw's tools and style panel take; `zoomToBounds` knows one inset for all sides. */
const wideInsets = { top: 16, styles: 168, bottom: 112, bare: 16 }
const narrowInsets: Insets = { top: 16, right: 16, bottom: 112, left: 16 }
/** Below it tldraw folds its style panel into the toolbar. */
const narrowWidth = 700
const noInsets: Insets = { top: 16, right: 16, bottom: 16, left: 16 }

export function isNarrow(editor: Editor): boolean {
  return editor.getViewportScreenBounds().w < narrowWidth
}

export type ShowOptions = {
  /** The side the person's script begins at: the style panel lies on the other. */
  readonly dir: 'ltr' | 'rtl'
  readonly isImmediate?: boolean
  readonly mostZoom?: number
}

/** Moves the view so that `bounds` lies free of the tools, as large as it can. */
export function showBounds(editor: Editor, bounds: Box, { dir, isImmediate = false, mostZoom = 2 }: ShowOptions): void {
  const screen = editor.getViewportScreenBounds()
  const { top, right, bottom, left } = chooseInsets(editor, screen.h, dir)
  const room = { w: Math.max(1, screen.w - left - right), h: Math.max(1, screen.h - top - bottom) }
  const least = (editor.getCameraOptions().zoomSteps[0] ?? 0) * editor.getBaseZoom()
  const z = Math.max(least, Math.min(mostZoom, room.w / Math.max(1, bounds.w), room.h / Math.max(1, bounds.h)))
  const camera = {
    x: (left + (room.w - bounds.w * z) / 2) / z - bounds.x,
    // A phone is higher than what it shows: under the bar one looks first, and below is room for what comes next.
    y: (isNarrow(editor) ? top : top + (room.h - bounds.h * z) / 2) / z - bounds.y,
    z,
  }
  const duration = editor.options.animationMediumMs * editor.user.getAnimationSpeed()
  editor.stopFollowingUser()
  editor.setCamera(
    camera,
    isImmediate || duration === 0 ? { force: true, immediate: true } : { force: true, animation: { duration } },
  )
}

function chooseInsets(editor: Editor, height: number, dir: 'ltr' | 'rtl'): Insets {
  // A small window is needed whole; a viewer has a small toolbar and no style panel.
  if (height < 400) return noInsets
  if (isNarrow(editor) || editor.getIsReadonly()) return narrowInsets
  const { top, bottom, styles, bare } = wideInsets
  return dir === 'rtl' ? { top, bottom, left: styles, right: bare } : { top, bottom, left: bare, right: styles }
}
