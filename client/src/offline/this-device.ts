import { postPicture } from '../sync/pictures/post-picture.ts'
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
    pictures: { post: postPicture, random: () => Math.random(), oneByOne, urls: URL },
  }
}

/** Over all tabs, where the browser can (https, localhost); over this one it is so anyhow. */
function oneByOne<T>(run: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('tablecloth.pictures', run) : run()
}

/** Some browsers throw at the mere name where a person has switched storage off. */
function indexedDbOf(scope: { readonly indexedDB?: IDBFactory }): IDBFactory | undefined {
  try {
    return scope.indexedDB
  } catch {
    return undefined
  }
}
