import { postPicture } from '../sync/pictures/post-picture.ts'
import { dropAnswers, forgetCopy } from './forget.ts'
import { rememberBoard } from './known-boards.ts'
import type { OwnLayerPorts } from './own-layer.ts'

/** What this browser gives a board to be kept in. */
export function thisDevice(): OwnLayerPorts {
  return {
    indexedDb: indexedDbOf(globalThis),
    nowMs: () => Date.now(),
    window: globalThis.window,
    remember: (boardId) => rememberBoard(localStorage, boardId),
    dropAnswers,
    storage: storageOf(globalThis),
    forget: forgetCopy,
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

function storageOf(scope: { readonly localStorage?: Storage }): Storage | undefined {
  try {
    return scope.localStorage
  } catch {
    return undefined
  }
}
