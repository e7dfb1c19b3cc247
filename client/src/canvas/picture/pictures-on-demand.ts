import { type Atom, atom, type TLAssetId } from 'tldraw'
import type { Readable } from '../../sync/readable.ts'

/** While data is saved, a picture is fetched when somebody asks for it. */
export interface PicturesOnDemand {
  readonly savesData: Readable<boolean>
  readonly wanted: Atom<ReadonlySet<TLAssetId> | 'all'>
  want(assetId: TLAssetId): void
  wantAll(): void
}

export function createPicturesOnDemand(savesData: Readable<boolean>): PicturesOnDemand {
  const wanted = atom<ReadonlySet<TLAssetId> | 'all'>('wanted pictures', new Set())
  return {
    savesData,
    wanted,
    want: (assetId) => wanted.update((before) => (before === 'all' ? before : new Set([...before, assetId]))),
    wantAll: () => wanted.set('all'),
  }
}
