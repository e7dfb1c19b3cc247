import type { DevicePorts } from './board-on-device.ts'
import { dropAnswers } from './forget.ts'
import { rememberBoard } from './known-boards.ts'

/** What this browser gives a board to be kept in. */
export function thisDevice(): DevicePorts {
  return {
    indexedDb: indexedDbOf(globalThis),
    nowMs: () => Date.now(),
    window: globalThis.window,
    remember: (boardId) => rememberBoard(localStorage, boardId),
    dropAnswers,
  }
}

/** Some browsers throw at the mere name where a person has switched storage off. */
function indexedDbOf(scope: { readonly indexedDB?: IDBFactory }): IDBFactory | undefined {
  try {
    return scope.indexedDB
  } catch {
    return undefined
  }
}
