import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { BoardConnection } from './board-connection.ts'
import type { PictureSender } from './pictures/picture-sender.ts'
import { createWritable, type Readable } from './readable.ts'

/** A copy of a board that looks like one and has no line: what is written there was never anywhere else. */
export interface RehearsalLine {
  readonly connection: BoardConnection
  readonly pictures: PictureSender
  close(): void
}

/** @param live - Stays open beside it, and hears nothing of it. */
export function openRehearsalLine(
  live: BoardConnection,
  urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>,
): RehearsalLine {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(live.doc))
  const awareness = new Awareness(doc)
  const pictures = keepPicturesHere(urls)
  const self = live.self.get()
  const close = () => {
    pictures.close()
    awareness.destroy()
    doc.destroy()
  }
  const connection: BoardConnection = {
    boardId: live.boardId,
    keepsPlace: false,
    doc,
    awareness,
    connection: always({ status: 'online' }),
    saving: always({ status: 'saved' }),
    tellWaiting: () => undefined,
    isLoaded: always(true),
    loading: always(undefined),
    line: always({ roundTripMs: undefined, quality: 'good' }),
    people: always(live.people.get().filter(({ participantId }) => participantId === self?.participantId)),
    self: always(self),
    session: always(undefined),
    votes: always(undefined),
    alone: always({}),
    serverNowMs: () => live.serverNowMs(),
    publishCursor: () => undefined,
    onCursors: () => () => undefined,
    // She sees her own.
    react: () => true,
    onReactions: () => () => undefined,
    savesData: live.savesData,
    saveData: () => undefined,
    onNotice: () => () => undefined,
    reconnect: () => undefined,
    close,
  }
  return { connection, pictures, close }
}

function always<T>(value: T): Readable<T> {
  return createWritable(value)
}

/** Pictures are shown as they are here, and go with the rehearsal. */
function keepPicturesHere(urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>): PictureSender {
  const previews = new Map<string, string>()
  const drop = (assetId: string) => {
    const url = previews.get(assetId)
    if (url !== undefined) urls.revokeObjectURL(url)
    previews.delete(assetId)
  }
  return {
    states: always(new Map()),
    add({ assetId, file }) {
      drop(assetId)
      previews.set(assetId, urls.createObjectURL(file))
    },
    resume: () => undefined,
    layDown: () => [],
    retry: () => undefined,
    cancel: drop,
    previewOf: (assetId) => previews.get(assetId),
    onRefused: () => () => undefined,
    attach: () => () => undefined,
    close() {
      for (const assetId of [...previews.keys()]) drop(assetId)
    },
  }
}
