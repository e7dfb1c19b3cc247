import type { Doc } from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import type { ConnectionStatus } from '../board-connection.ts'
import { createListeners } from '../listeners.ts'
import { createWritable, type Readable } from '../readable.ts'
import { reconnectDelayMs } from '../reconnect-delay.ts'
import { nameSource, pictureOnBoard } from './picture-source.ts'
import { type PictureFault, PictureNotSent, PictureRefused, type PostPicture } from './post-picture.ts'

/** A picture that is on its way to the server. */
export type PictureState =
  /** For those before it, or for the line. */
  | { readonly status: 'waiting' }
  | { readonly status: 'sending'; readonly sentBytes: number; readonly totalBytes: number }
  /** It did not get there, and is tried again by itself. */
  | { readonly status: 'broken' }

export type RefusedPicture = { readonly assetId: string; readonly fault: PictureFault; readonly fileName: string }

/** A picture with the id of the asset that waits for it. */
export type PictureFile = { readonly assetId: string; readonly file: File }

/** Where pictures wait that the server does not have yet. */
export interface PictureKeeper {
  keep(picture: PictureFile): void
  drop(assetId: string): void
}

/** Sends pictures to the server, one after the other, until it has them; the board shows them then. */
export interface PictureSender {
  /** By the ids of their assets, those that the server does not have yet. */
  readonly states: Readable<ReadonlyMap<string, PictureState>>
  add(picture: PictureFile): void
  /** Goes on with what waited in an earlier visit, or was laid down. */
  resume(pictures: readonly PictureFile[]): void
  /** Sends none of them any more; they stay where they are kept. */
  layDown(): readonly PictureFile[]
  /** Tries at once. */
  retry(): void
  /** The picture is not wanted any more. */
  cancel(assetId: string): void
  /** The picture as it is here, for pictures that went from this page; nobody should fetch what she has. */
  previewOf(assetId: string): string | undefined
  onRefused(listener: (refused: RefusedPicture) => void): () => void
  /** A document that pictures are put into: the board, and what is written alone on it. @returns the end of it. */
  attach(line: { readonly doc: Doc; readonly connection: Readable<ConnectionStatus> }): () => void
  close(): void
}

export type PictureSenderPorts = {
  readonly boardId: string
  readonly post: PostPicture
  readonly keeper: PictureKeeper
  readonly random: () => number
  /** Runs one after the other over all tabs: two would halve each other's line. */
  readonly oneByOne: <T>(run: () => Promise<T>) => Promise<T>
  readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>
}

type Entry = {
  readonly file: File
  state: PictureState
  /** Whether the board has its asset, without a source. Undone or kept aside, it may come back. */
  isWanted: boolean
  preview?: string
  /** Set once the server has it. */
  source?: string
}
type Line = Parameters<PictureSender['attach']>[0]
type Going = { readonly assetId: string; readonly stop: AbortController; silentFromMs: number }

/** The server gives up a request of which nothing comes for as long. */
const silentTooLongMs = 2 * 60 * 1_000
/** When the line comes back, what has not moved for so long was on the one before. */
const staleAfterMs = 5_000

export function createPictureSender(ports: PictureSenderPorts): PictureSender {
  const { boardId, post, keeper, random, oneByOne, urls } = ports
  const entries = new Map<string, Entry>()
  const states = createWritable<ReadonlyMap<string, PictureState>>(new Map())
  const refused = createListeners<RefusedPicture>(20)
  let lines: readonly Line[] = []
  let going: Going | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const isOnline = () => lines.some(({ connection }) => connection.get().status === 'online')
  const find = (assetId: string) => {
    for (const { doc } of lines) {
      const onBoard = pictureOnBoard(doc, assetId)
      if (onBoard !== 'absent') return { doc, onBoard }
    }
    return undefined
  }
  const show = () => {
    const shown = [...entries].flatMap(([id, { state, isWanted, source }]) => {
      if (!isWanted || source !== undefined) return []
      // A browser says nothing of an upload that hangs in a dead line, and may begin it anew by itself.
      return [[id, isOnline() ? state : ({ status: 'broken' } as const)] as const]
    })
    if (shown.length > 0 || states.get().size > 0) states.set(new Map(shown))
  }
  const setState = (assetId: string, state: PictureState) => {
    const entry = entries.get(assetId)
    if (!entry) return
    entry.state = state
    show()
  }

  const forget = (assetId: string) => {
    const entry = entries.get(assetId)
    entries.delete(assetId)
    if (entry?.preview) urls.revokeObjectURL(entry.preview)
    keeper.drop(assetId)
    show()
  }

  /** The board may not have the asset just now: then it gets its source when it comes back. */
  const settle = (assetId: string) => {
    const entry = entries.get(assetId)
    if (lines.length === 0 || !entry) return
    const found = find(assetId)
    entry.isWanted = found?.onBoard === 'wanted'
    if (entry.source === undefined || !found) return
    nameSource(found.doc, assetId, entry.source)
    keeper.drop(assetId)
  }

  const send = async (assetId: string, { file }: Entry): Promise<void> => {
    const stop = new AbortController()
    const current: Going = { assetId, stop, silentFromMs: performance.now() }
    going = current
    let silence: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      current.silentFromMs = performance.now()
      clearTimeout(silence)
      silence = setTimeout(() => stop.abort(), silentTooLongMs)
    }
    try {
      await oneByOne(async () => {
        // Another tab has sent it meanwhile, or nobody wants it any more.
        if (stop.signal.aborted || find(assetId)?.onBoard !== 'wanted') return
        watch()
        setState(assetId, { status: 'sending', sentBytes: 0, totalBytes: file.size })
        const onProgress = (sentBytes: number, totalBytes: number) => {
          watch()
          setState(assetId, { status: 'sending', sentBytes, totalBytes })
        }
        const stored = await post(boardId, file, { signal: stop.signal, onProgress })
        const entry = entries.get(assetId)
        if (entry) entry.source = stored.source
      })
      failures = 0
      settle(assetId)
      show()
    } catch (cause) {
      if (isClosed || !entries.has(assetId)) return
      if (cause instanceof PictureRefused) {
        forget(assetId)
        refused.tell({ assetId, fault: cause.fault, fileName: file.name })
        return
      }
      failures += 1
      setState(assetId, { status: 'broken' })
      const asked = cause instanceof PictureNotSent ? cause.retryAfterMs : undefined
      tryAgainIn(asked ?? reconnectDelayMs(failures, random()))
    } finally {
      clearTimeout(silence)
      going = undefined
      if (timer === undefined) next()
    }
  }

  const tryAgainIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(retry, ms)
  }

  const next = () => {
    if (isClosed || going || !isOnline()) return
    for (const [assetId, entry] of entries) {
      if (entry.source !== undefined) continue
      const onBoard = find(assetId)?.onBoard
      if (onBoard === 'there') forget(assetId)
      if (onBoard === 'wanted') return void send(assetId, entry)
    }
  }

  function retry() {
    clearTimeout(timer)
    timer = undefined
    if (going && performance.now() - going.silentFromMs > staleAfterMs) going.stop.abort()
    next()
  }

  const put = ({ assetId, file }: PictureFile) => {
    if (entries.has(assetId)) return
    entries.set(assetId, { file, state: { status: 'waiting' }, isWanted: false })
    settle(assetId)
  }

  return {
    states,
    add(picture) {
      put(picture)
      keeper.keep(picture)
      show()
      next()
    },
    resume(pictures) {
      for (const picture of pictures) put(picture)
      show()
      next()
    },
    layDown() {
      const waiting = [...entries].flatMap(([assetId, { file, source }]) => (source ? [] : [{ assetId, file }]))
      for (const { preview } of entries.values()) if (preview) urls.revokeObjectURL(preview)
      entries.clear()
      going?.stop.abort()
      show()
      return waiting
    },
    retry,
    cancel(assetId) {
      forget(assetId)
      if (going?.assetId === assetId) going.stop.abort()
    },
    previewOf(assetId) {
      const entry = entries.get(assetId)
      if (!entry) return undefined
      entry.preview ??= urls.createObjectURL(entry.file)
      return entry.preview
    },
    onRefused: refused.add,
    attach(attached) {
      lines = [...lines, attached]
      const map = attached.doc.getMap(recordsMapName)
      const onRecords = ({ keysChanged }: { readonly keysChanged: ReadonlySet<unknown> }) => {
        const ids = [...entries.keys()].filter((id) => keysChanged.has(id))
        // A board is not written to in the middle of its own news.
        if (ids.length > 0) queueMicrotask(() => onAssets(ids))
      }
      const onAssets = (ids: readonly string[]) => {
        if (!lines.includes(attached)) return
        for (const id of ids) settle(id)
        show()
        next()
      }
      map.observe(onRecords)
      let wasOnline = isOnline()
      const stopStatus = attached.connection.subscribe(() => {
        const comesBack = !wasOnline && isOnline()
        wasOnline = isOnline()
        show()
        if (comesBack) retry()
      })
      onAssets([...entries.keys()])
      return () => {
        stopStatus()
        map.unobserve(onRecords)
        lines = lines.filter((line) => line !== attached)
      }
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      going?.stop.abort()
      for (const { preview } of entries.values()) if (preview) urls.revokeObjectURL(preview)
    },
  }
}
