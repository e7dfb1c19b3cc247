import type { PictureFile } from '../sync/pictures/picture-sender.ts'
import { answerOf, completionOf } from './idb.ts'

/** With the id of the participant who put it on the board; an older build noted none. */
export type WaitingPicture = PictureFile & { readonly writer?: string | undefined }

/** Pictures that the server does not have yet, in the device's own storage. All methods reject when it takes nothing. */
export interface PictureStore {
  readAll(): Promise<readonly WaitingPicture[]>
  count(): Promise<number>
  keep(picture: WaitingPicture): Promise<void>
  drop(assetId: string): Promise<void>
  close(): void
}

/** As bytes: not every browser keeps files as such. */
type KeptPicture = {
  readonly assetId: string
  readonly name: string
  readonly type: string
  readonly bytes: ArrayBuffer
  readonly writer?: string | undefined
}

const storeName = 'pictures'

/** A database of its own: a page of an older build that has the board open need not let go of its copy for it. */
export function pictureDatabaseName(boardId: string): string {
  return `tablecloth-pictures-${boardId}`
}

/** @param onForgotten - Called when somebody deletes the board from this device, in whatever tab. */
export async function openPictureStore(
  factory: IDBFactory,
  boardId: string,
  onForgotten: () => void,
): Promise<PictureStore> {
  const request = factory.open(pictureDatabaseName(boardId), 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(storeName, { keyPath: 'assetId' })
  const database = await answerOf(request)
  database.onversionchange = () => {
    database.close()
    onForgotten()
  }
  const read = () => database.transaction(storeName).objectStore(storeName)
  const write = async (change: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(storeName, 'readwrite')
    change(transaction.objectStore(storeName))
    await completionOf(transaction)
  }
  return {
    async readAll() {
      const kept = await answerOf(read().getAll() as IDBRequest<KeptPicture[]>)
      return kept.map(({ assetId, name, type, bytes, writer }) => ({
        ...{ assetId, writer },
        file: new File([bytes], name, { type }),
      }))
    },
    count: () => answerOf(read().count()),
    async keep({ assetId, file, writer }) {
      const { name, type } = file
      const kept: KeptPicture = { assetId, name, type, bytes: await file.arrayBuffer(), writer }
      await write((store) => store.put(kept))
    },
    drop: (assetId) => write((store) => store.delete(assetId)),
    close: () => database.close(),
  }
}
