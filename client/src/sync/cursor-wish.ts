import { encodeWantsCursors } from '#shared/protocol/pace.ts'
import type { Machine } from './machine.ts'

/** Tells the server whether this client wants others' pointers: not while data is saved, nor while nobody sees the page. */
export interface CursorWish {
  /** The line is new: a server takes it that pointers are wanted. */
  connected(): void
  review(): void
}

export function createCursorWish(
  document: Pick<Machine['document'], 'visibilityState'>,
  savesData: () => boolean,
  /** @returns false where there is no line. */
  send: (frame: Uint8Array) => boolean,
): CursorWish {
  let isWanted = true

  const review = () => {
    const wants = !savesData() && document.visibilityState === 'visible'
    if (wants !== isWanted && send(encodeWantsCursors(wants))) isWanted = wants
  }
  return {
    connected() {
      isWanted = true
      review()
    },
    review,
  }
}
