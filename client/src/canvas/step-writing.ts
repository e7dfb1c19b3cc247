import { type Editor, GeoShapeGeoStyle } from 'tldraw'
import { type StepTool, stepTools } from '#shared/session/modes.ts'
import type { AloneWriting } from './binding/homes.ts'

/** What this person may do on the board now. */
export type CanvasWriting = {
  readonly isAllowed: boolean
  /** Keys of the zones that she is kept to; undefined: anywhere. */
  readonly zones: readonly string[] | undefined
  /** What the step offers. */
  readonly tools: readonly StepTool[]
  /** Others than facilitators may point with the laser. */
  readonly isLaserForAll: boolean
  /** Whether what is new goes into this person's own layer, and whether that is all she may write. */
  readonly alone: AloneWriting
}

/** Outside a session, and for facilitators in one. */
export const freeWriting: CanvasWriting = {
  ...{ isAllowed: true, zones: undefined, tools: stepTools, isLaserForAll: true },
  alone: 'off',
}

/** tldraw's tools by what they are for. Those that are not named here write nothing, and stay. */
const toolsFor: Readonly<Record<StepTool, readonly string[]>> = {
  note: ['note'],
  text: ['text'],
  draw: ['draw', 'highlight'],
  // On the toolbar each geometric shape is a tool of its own; to the editor all are one.
  shape: [...GeoShapeGeoStyle.values, 'geo', 'line', 'frame'],
  arrow: ['arrow'],
  picture: ['asset'],
  laser: ['laser'],
}

/** Whether a tool of tldraw's, by its id, may be used in a step that offers `tools`. */
export function offeredBy(tools: readonly StepTool[]): (toolId: string) => boolean {
  const missing = stepTools.filter((tool) => !tools.includes(tool))
  const removed = new Set(missing.flatMap((tool) => toolsFor[tool]))
  return (toolId) => !removed.has(toolId)
}

const writesNothing = ['hand', 'laser', 'zoom']

/** Puts down what the person may not use any more, in the middle of a stroke or a word too. */
export function applyWriting(editor: Editor, { isAllowed, tools }: Pick<CanvasWriting, 'isAllowed' | 'tools'>): void {
  const isReadonly = !isAllowed
  if (editor.getInstanceState().isReadonly !== isReadonly) editor.updateInstanceState({ isReadonly })
  const tool = editor.getCurrentToolId()
  if (offeredBy(tools)(tool) && (isAllowed || writesNothing.includes(tool))) return
  if (editor.getEditingShapeId() !== null) editor.setEditingShape(null)
  editor.setCurrentTool('select')
}
