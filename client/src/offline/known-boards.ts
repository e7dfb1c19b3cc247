/** One entry for each board, so that two tabs cannot take each other's from a list. */
const prefix = 'tablecloth.board.'

/**
 * Notes that something of the board is about to be kept: browsers do not all list their databases, and what is not known
 * cannot be forgotten.
 *
 * @throws where the device keeps nothing.
 */
export function rememberBoard(storage: Storage, boardId: string): void {
  storage.setItem(prefix + boardId, '')
}

export function listKnownBoards(storage: Storage): string[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
}

export function isKnownBoard(storage: Pick<Storage, 'getItem'>, boardId: string): boolean {
  return storage.getItem(prefix + boardId) !== null
}

export function unlistBoard(storage: Storage, boardId: string): void {
  storage.removeItem(prefix + boardId)
}
