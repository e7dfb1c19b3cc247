import type { Editor, TLUiOverrides, TLUiToolItem } from 'tldraw'
import { type StepTool, stepTools } from '#shared/session/modes.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { offeredBy } from '../step-writing.ts'
import { zoneToolId } from '../zoning/zone-tool.ts'

/**
 * Actions that a board does not have: pages inside the board, films and embeds are off, there is one page, language and
 * colours are the app's, and the tools for tldraw's developers are not a facilitator's.
 */
const removedActions = [
  'insert-embed',
  'convert-to-embed',
  'open-embed-link',
  'video-replace',
  'toggle-dark-mode',
  'toggle-focus-mode',
  'toggle-debug-mode',
  'open-cursor-chat',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'new-page',
]

/**
 * @param words - What tldraw has no words for, in the app's language.
 * @param tools - What the step of a session offers.
 * @param zones - For those who may draw them.
 */
export function createOverrides(
  locale: string,
  words: { readonly zone: string },
  tools: readonly StepTool[] = stepTools,
  zones?: Pick<CanvasContext, 'zoning'>,
): TLUiOverrides {
  const isOffered = offeredBy(tools)
  return {
    actions: (_editor, actions) =>
      Object.fromEntries(Object.entries(actions).filter(([id]) => !removedActions.includes(id))),
    tools: (editor, all) => ({
      ...Object.fromEntries(Object.entries(all).filter(([id]) => id !== 'embed' && isOffered(id))),
      ...(zones && { [zoneToolId]: zoneToolItem(editor, zones) }),
    }),
    translations: { [locale]: { 'tool.zone': words.zone } },
  }
}

/** Its key opens the editing of zones with it: on the toolbar it would be in everybody's way, every day. */
function zoneToolItem(editor: Editor, { zoning }: Pick<CanvasContext, 'zoning'>): TLUiToolItem {
  return {
    ...{ id: zoneToolId, label: 'tool.zone', icon: 'tool-frame', kbd: 'shift+z' },
    onSelect() {
      zoning.isOn.set(true)
      editor.setCurrentTool(zoneToolId)
    },
  }
}
