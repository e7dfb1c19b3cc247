import type { Notice } from '#shared/protocol/messages.ts'
import type { BoardConnection, ConnectionStatus } from '../sync/board-connection.ts'
import type { BoardCopy } from '../sync/board-copy.ts'
import { createListeners } from '../sync/listeners.ts'
import { createPictureSender, type PictureSender, type PictureSenderPorts } from '../sync/pictures/picture-sender.ts'
import { createWritable, type Readable } from '../sync/readable.ts'
import { createAsideList } from './aside-list.ts'
import { type BoardStore, openBoardStore } from './board-store.ts'
import { type DeviceCopy, openDeviceCopy } from './device-copy.ts'
import { type AsideItem, type AsideReason, putOnBoard } from './kept-aside.ts'
import { keepPictures } from './picture-keeper.ts'
import type { WaitingPicture } from './picture-store.ts'
import { openTimeoutMs, withTimeout } from './with-timeout.ts'

export type Restored = Extract<Notice, { code: 'restored' }>

/** Something that was written here did not come onto the board. */
export type SetAside = {
  readonly reason: AsideReason
  readonly count: number
  /** For `restored`: what the server said of it. */
  readonly restored?: Restored | undefined
}

/** A board on this device: its copy, what was kept aside of it, and the line that it has to the server. */
export interface BoardOnDevice {
  /** Undefined while it is being opened, for the first time or afresh. */
  readonly connection: Readable<BoardConnection | undefined>
  /** False where the device takes nothing: what is written lasts as long as the tab. */
  readonly isKept: Readable<boolean>
  readonly aside: Readable<readonly AsideItem[]>
  /** Whether an item was written alone: put back, it is seen by nobody else. */
  isAlone(item: AsideItem): boolean
  /** Pictures on their way, whatever becomes of the line. */
  readonly pictures: PictureSender
  putOnBoard(items: readonly AsideItem[]): void
  throwAway(items: readonly AsideItem[]): void
  /** Undoes `throwAway`. */
  takeBack(items: readonly AsideItem[]): void
  onSetAside(listener: (told: SetAside) => void): () => void
  close(): void
}

export type DevicePorts = {
  /** Undefined where the browser has none. */
  readonly indexedDb: IDBFactory | undefined
  readonly nowMs: () => number
  /** Tells of `pagehide`. */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** Called before anything of the board is kept. @throws when the device keeps nothing. */
  readonly remember: (boardId: string) => void
  /** Lets go of the board's description and pictures: this person is not on it any more. */
  readonly dropAnswers: (boardId: string) => Promise<void>
  readonly pictures: Pick<PictureSenderPorts, 'post' | 'random' | 'oneByOne' | 'urls'>
}

type Opened = { readonly copy: DeviceCopy; readonly line: BoardConnection; readonly stop: () => void }

/**
 * @param openLine - Opens the line, with this copy of the board.
 * @param parted - Why a copy and its original may have parted ways.
 */
export function openBoardOnDevice(
  boardId: string,
  openLine: (copy: BoardCopy) => BoardConnection,
  { indexedDb, nowMs, window, remember, dropAnswers, ...ports }: DevicePorts,
  parted: Extract<AsideReason, 'restored' | 'revealed'> = 'restored',
): BoardOnDevice {
  const connection = createWritable<BoardConnection | undefined>(undefined)
  const isKept = createWritable(true)
  const setAsideListeners = createListeners<SetAside>(5)
  const list = createAsideList(() => isKept.set(false))
  let isClosed = false
  const keptPictures = keepPictures(
    boardId,
    () => writer,
    () => isKept.set(false),
  )
  const pictures = createPictureSender({ boardId, keeper: keptPictures, ...ports.pictures })
  let store: BoardStore | undefined
  let opened: Opened | undefined
  let restored: Restored | undefined
  /** Id of the participant who writes here, as far as the server has said. */
  let writer: string | undefined
  /** Pictures that wait until their writer has the line, or somebody puts them on the board by hand. */
  let othersPictures: readonly WaitingPicture[] = []

  const openStore = async (): Promise<BoardStore | undefined> => {
    if (!indexedDb) return undefined
    try {
      remember(boardId)
      const opening = openBoardStore(indexedDb, boardId, () => isKept.set(false))
      return await withTimeout(opening, openTimeoutMs, (late) => late.close())
    } catch {
      return undefined
    }
  }

  const open = async (): Promise<void> => {
    const stored = await store?.readAll().catch(() => undefined)
    if (isClosed) return
    if (stored) list.show(stored.aside)
    else isKept.set(false)
    const copy = openDeviceCopy({
      ...{ store: stored && store, stored, nowMs },
      onStorage: isKept.set,
      onStale: () => void beginAfresh(parted),
    })
    if (writer === undefined) {
      writer = stored?.writer
      resumePictures(isWriters)
    }
    let hasEnded = false
    const line = openLine({
      ...copy,
      // What is refused whole is told first and then counted as dealt with: that must not strike it out.
      saved: (recordIds) => {
        if (!hasEnded) copy.saved(recordIds)
      },
      hasUnsaved: () => copy.hasUnsaved() || pictures.states.get().size > 0,
      noticed: (notice) => takeNotice(copy, notice),
      speaksFor: (participantId) => speakFor(copy, participantId),
    })
    const detachPictures = pictures.attach(line)
    const stopStatus = line.connection.subscribe(() => takeStatus(copy, line.connection.get()))
    const stop = () => {
      hasEnded = true
      detachPictures()
      stopStatus()
    }
    opened = { copy, line, stop }
    connection.set(line)
  }

  const setAside = async (
    copy: DeviceCopy,
    reason: AsideReason,
    recordIds: readonly string[] | 'all',
    then: 'begins-afresh' | 'goes-on',
  ): Promise<number> => {
    const items = await copy.setAside(reason, recordIds, then)
    list.add(items)
    return items.length
  }

  const keepSome = async (copy: DeviceCopy, reason: AsideReason, recordIds: readonly string[]) => {
    const count = await setAside(copy, reason, recordIds, 'goes-on')
    if (count > 0) setAsideListeners.tell({ reason, count })
  }

  /** The document as it is here is of no use any more: what was not saved is kept aside, and the board comes anew. */
  const beginAfresh = async (reason: AsideReason): Promise<void> => {
    const ended = opened
    if (!ended) return
    opened = undefined
    ended.stop()
    connection.set(undefined)
    // The canvas writes what it still holds when it goes, which is in this turn.
    await new Promise((resolve) => setTimeout(resolve))
    const count = await setAside(ended.copy, reason, 'all', 'begins-afresh')
    ended.line.close()
    await ended.copy.close()
    setAsideListeners.tell({ reason, count, ...(reason === 'restored' ? { restored } : {}) })
    restored = undefined
    if (!isClosed) await open()
  }

  /** @returns whether the board can go on as it is here. */
  const speakFor = (copy: DeviceCopy, participantId: string): boolean => {
    if (participantId !== writer) {
      if (writer !== undefined) {
        const before = writer
        const laidDown = pictures.layDown().map((picture) => ({ ...picture, writer: before }))
        othersPictures = [...othersPictures, ...laidDown]
      }
      writer = participantId
      resumePictures(isWriters)
    }
    if (copy.isAllOf(participantId)) return true
    void beginAfresh('other_person')
    return false
  }

  const isWriters = (picture: WaitingPicture) => picture.writer === undefined || picture.writer === writer
  const resumePictures = (isMeant: (picture: WaitingPicture) => boolean) => {
    const meant = othersPictures.filter(isMeant)
    othersPictures = othersPictures.filter((picture) => !meant.includes(picture))
    for (const picture of meant) keptPictures.keep(picture)
    pictures.resume(meant)
  }

  const takeNotice = (copy: DeviceCopy, notice: Notice): void => {
    switch (notice.code) {
      case 'taken_back':
        // What was only put right is still there, and a zone that was not deleted is as well.
        if (notice.reason !== 'unsound' && notice.reason !== 'vote')
          void keepSome(copy, notice.reason, notice.recordIds)
        return
      case 'limit':
        if (notice.recordIds) void keepSome(copy, 'limit', notice.recordIds)
        return
      case 'read_only':
        void beginAfresh('read_only')
        return
      case 'restored':
        restored = notice
        return
    }
  }

  const takeStatus = (copy: DeviceCopy, status: ConnectionStatus): void => {
    if (status.status !== 'closed') return
    if (status.kind === 'freshDocumentNeeded') return void beginAfresh(parted)
    const reason = reasonOfEnd(status.kind)
    // It would be sent again, and refused again, each time the board is opened.
    if (reason) void setAside(copy, reason, 'all', 'begins-afresh')
    if (reason === 'removed') void dropAnswers(boardId)
  }

  const onHide = () => void opened?.copy.flush()
  window.addEventListener('pagehide', onHide)

  const start = async (): Promise<void> => {
    store = await openStore()
    if (isClosed) return store?.close()
    if (store) list.storeIn(store)
    // Before the line, so that nothing of it goes before it is known whose it is.
    if (indexedDb && store) othersPictures = await keptPictures.open(indexedDb)
    if (!isClosed) await open()
  }
  void start()

  return {
    connection,
    isKept,
    aside: list.items,
    isAlone: () => parted === 'revealed',
    pictures,
    putOnBoard(items) {
      const line = connection.get()
      if (!line) return
      const ids = items.flatMap(({ companions }) => companions.map(({ record }) => record.id))
      putOnBoard(line.doc, items)
      // By hand, so they are hers now who did it.
      resumePictures(({ assetId }) => ids.includes(assetId))
      list.remove(items)
    },
    throwAway: list.remove,
    takeBack: list.add,
    onSetAside: setAsideListeners.add,
    close() {
      isClosed = true
      window.removeEventListener('pagehide', onHide)
      pictures.close()
      keptPictures.close()
      const last = opened
      opened = undefined
      connection.set(undefined)
      last?.stop()
      // Its last changes are in the document by now; after `close` there is no document.
      const written = last?.copy.close() ?? Promise.resolve()
      last?.line.close()
      void written.then(() => store?.close())
    },
  }
}

/** Ends after which what was sent must not be sent again. */
function reasonOfEnd(kind: Extract<ConnectionStatus, { status: 'closed' }>['kind']): AsideReason | undefined {
  switch (kind) {
    case 'tooLarge':
      return 'limit'
    case 'unreadable':
      return 'invalid'
    case 'removed':
    case 'not_a_member':
    case 'board_not_found':
      return 'removed'
    default:
      return undefined
  }
}
