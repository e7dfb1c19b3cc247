import type { Doc } from 'yjs'
import { type BoardRecords, openBoardRecords } from '#shared/board/board-records.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { aloneStepOf } from '#shared/session/alone.ts'
import type { BoardConnection, SavingStatus } from '../sync/board-connection.ts'
import type { BoardCopy } from '../sync/board-copy.ts'
import { createListeners } from '../sync/listeners.ts'
import { createWritable, type Readable } from '../sync/readable.ts'
import { type AloneKind, type AloneMemory, createAloneMemory } from './alone-memory.ts'
import { type BoardOnDevice, type DevicePorts, openBoardOnDevice, type SetAside } from './board-on-device.ts'
import { type AsideItem, putOnBoard } from './kept-aside.ts'
import { isKnownBoard } from './known-boards.ts'
import { type LateWords, sortLateWords } from './late-words.ts'
import { layerKey } from './layer-key.ts'

/** What this person writes alone on a board: a copy and a line of its own, there only while it is needed. */
export interface OwnLayer {
  /** Undefined while nobody writes alone, and while it is being opened. */
  readonly doc: Readable<Doc | undefined>
  /** The step of writing alone that runs, as far as this device knows. */
  readonly step: Readable<AloneKind | undefined>
  readonly saving: Readable<SavingStatus>
  readonly isKept: Readable<boolean>
  readonly aside: Readable<readonly AsideItem[]>
  /** Writes items into the layer again, where nobody else sees them. */
  putBack(items: readonly AsideItem[]): void
  throwAway(items: readonly AsideItem[]): void
  takeBack(items: readonly AsideItem[]): void
  onSetAside(listener: (told: SetAside) => void): () => void
  /** What was in it has been shown to everybody. */
  onRevealed(listener: () => void): () => void
  close(): void
}

export type OwnLayerPorts = DevicePorts & {
  /** Undefined where the device keeps nothing. */
  readonly storage: Storage | undefined
  /** Lets go of a copy that is of no use any more. */
  readonly forget: (key: string) => Promise<void>
}

export type OwnLayerOf = {
  readonly boardId: string
  /** The board itself, which says who writes and what step runs. */
  readonly board: Pick<BoardOnDevice, 'connection' | 'pictures'>
  /** Who she was when she last asked for the board, until its line says so. */
  readonly asked: { readonly participantId: string | null; readonly role: Role }
  readonly openLine: (copy: BoardCopy, isAnonymous: () => boolean) => BoardConnection
}

type Opened = {
  readonly key: string
  readonly device: BoardOnDevice
  readonly memory: AloneMemory
  readonly stop: () => void
}

const saved: SavingStatus = { status: 'saved' }
/** What a reveal brings to the board may come a moment after the news of it. */
const lateWordsWaitMs = 3_000

export function createOwnLayer({ boardId, board, asked, openLine }: OwnLayerOf, ports: OwnLayerPorts): OwnLayer {
  const doc = createWritable<Doc | undefined>(undefined)
  const step = createWritable<AloneKind | undefined>(undefined)
  const saving = createWritable<SavingStatus>(saved)
  const isKept = createWritable(true)
  const aside = createWritable<readonly AsideItem[]>([])
  const setAside = createListeners<SetAside>(5)
  const revealed = createListeners<undefined>(1)
  let opened: Opened | undefined
  let self = asked
  let hasHeard = false
  let isClosed = false

  const look = () => {
    const line = board.connection.get()
    const heard = line?.self.get()
    if (heard) {
      self = heard
      hasHeard = true
    }
    const { participantId, role } = self
    if (participantId === null || isClosed) return
    const key = layerKey(boardId, participantId)
    const memory = opened?.key === key ? opened.memory : createAloneMemory(ports.storage, key)
    const running = aloneStepOf(line?.session.get())
    if (hasHeard && line) memory.rememberStep(running && (running.isAnonymous ? 'anonymous' : 'named'))
    step.set(role === 'viewer' ? undefined : memory.step)
    const counts = line?.alone.get()
    const areAnyAlone = counts && Object.values(counts).some((count) => count > 0)
    const isWanted = role !== 'viewer' && (step.get() !== undefined || areAnyAlone === true || isKnown(key))
    if (opened && opened.key !== key) close()
    if (isWanted && !opened) open(key, memory)
    else if (opened && step.get() === undefined && areAnyAlone === false && isEmpty(opened)) {
      close()
      void ports.forget(key)
    }
  }

  const isKnown = (key: string) => {
    try {
      return ports.storage !== undefined && isKnownBoard(ports.storage, key)
    } catch {
      return false
    }
  }

  const isEmpty = ({ device }: Opened): boolean => {
    const line = device.connection.get()
    if (line?.connection.get().status !== 'online' || line.saving.get().status !== 'saved') return false
    return device.aside.get().length === 0 && withRecords(line.doc, (records) => !records.ids().some(isShapeId))
  }

  const open = (key: string, memory: AloneMemory) => {
    const openOwnLine = (copy: BoardCopy) =>
      openLine(
        {
          ...copy,
          changedHere(parts) {
            // Online, the server knows of the step itself.
            const isOnline = device.connection.get()?.connection.get().status === 'online'
            if (step.get() === 'anonymous' && !isOnline) memory.rememberUnsent(true)
            copy.changedHere(parts)
          },
        },
        () => memory.isUnsentAnonymous,
      )
    const device = openBoardOnDevice(key, openOwnLine, ports, 'revealed')
    let stopLine = () => {}
    const showLine = () => {
      stopLine()
      const line = device.connection.get()
      doc.set(line?.doc)
      if (!line) return
      const detachPictures = board.pictures.attach(line)
      const show = () => {
        saving.set(line.saving.get())
        const isOnline = line.connection.get().status === 'online'
        if (!isOnline || line.saving.get().status !== 'saved') return
        memory.rememberUnsent(false)
        settleSoon()
        look()
      }
      const stops = [
        detachPictures,
        line.connection.subscribe(show),
        line.saving.subscribe(show),
        line.onNotice(({ code }) => {
          if (code === 'revealed') revealed.tell(undefined)
        }),
      ]
      stopLine = () => {
        for (const stop of stops) stop()
        stopLine = () => {}
      }
      show()
    }
    const showAside = () => aside.set(device.aside.get())
    const stops = [
      device.connection.subscribe(showLine),
      device.aside.subscribe(showAside),
      device.isKept.subscribe(() => isKept.set(device.isKept.get())),
      device.onSetAside((told) => {
        // Most of it finds its place by itself.
        if (told.reason === 'revealed') settleSoon()
        else setAside.tell(told)
      }),
    ]
    opened = {
      ...{ key, device, memory },
      stop() {
        for (const stop of stops) stop()
        stopLine()
        clearTimeout(lateTimer)
        lateTimer = undefined
      },
    }
    showLine()
    showAside()
  }

  let lateTimer: ReturnType<typeof setTimeout> | undefined
  const toldLate = new Set<string>()
  /** At once where it is plain, and once more when the board has what was revealed; then it is told what is left. */
  const settleSoon = () => {
    settleLateWords()
    if (lateTimer !== undefined || lateItems().every(({ id }) => toldLate.has(id))) return
    lateTimer = setTimeout(() => {
      lateTimer = undefined
      const left = settleLateWords().filter(({ id }) => !toldLate.has(id))
      for (const { id } of left) toldLate.add(id)
      if (left.length > 0) setAside.tell({ reason: 'revealed', count: left.length })
    }, lateWordsWaitMs)
  }
  const lateItems = () => opened?.device.aside.get().filter(({ reason }) => reason === 'revealed') ?? []

  /** @returns those that have found no place. */
  const settleLateWords = (): readonly AsideItem[] => {
    const device = opened?.device
    const layer = device?.connection.get()
    const line = board.connection.get()
    const items = lateItems()
    if (!device || items.length === 0) return []
    if (line?.connection.get().status !== 'online' || layer?.connection.get().status !== 'online') return []
    const late = withRecords(line.doc, (onBoard) =>
      withRecords(layer.doc, (inLayer): LateWords => sortLateWords(items, onBoard, inLayer)),
    )
    if (late.onBoard.length > 0) putOnBoard(line.doc, late.onBoard)
    if (late.inLayer.length > 0) putOnBoard(layer.doc, late.inLayer, () => true)
    device.throwAway([...late.onBoard, ...late.inLayer])
    return late.lost
  }

  const close = () => {
    const last = opened
    opened = undefined
    last?.stop()
    doc.set(undefined)
    last?.device.close()
    saving.set(saved)
    aside.set([])
    isKept.set(true)
  }

  let stopBoardLine = () => {}
  const watchBoardLine = () => {
    stopBoardLine()
    const line = board.connection.get()
    hasHeard = false
    const stops = line
      ? [line.self, line.session, line.alone, line.connection].map((facts: Readable<unknown>) => facts.subscribe(look))
      : []
    stopBoardLine = () => {
      for (const stop of stops) stop()
    }
    look()
  }
  const stopBoard = board.connection.subscribe(watchBoardLine)
  watchBoardLine()

  return {
    ...{ doc, step, saving, isKept, aside },
    putBack(items) {
      const layer = opened?.device.connection.get()
      if (!layer) return
      putOnBoard(layer.doc, items, () => true)
      opened?.device.throwAway(items)
    },
    throwAway: (items) => opened?.device.throwAway(items),
    takeBack: (items) => opened?.device.takeBack(items),
    onSetAside: setAside.add,
    onRevealed: revealed.add,
    close() {
      isClosed = true
      stopBoard()
      stopBoardLine()
      close()
    },
  }
}

function isShapeId(id: string): boolean {
  return id.startsWith('shape:')
}

function withRecords<T>(doc: Doc, read: (records: BoardRecords) => T): T {
  const records = openBoardRecords(doc)
  try {
    return read(records)
  } finally {
    records.close()
  }
}
