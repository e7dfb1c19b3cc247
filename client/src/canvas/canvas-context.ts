import { createContext, useContext } from 'react'
import { type Atom, atom } from 'tldraw'
import type { Role } from '#shared/protocol/messages.ts'
import type { PictureSender } from '../sync/pictures/picture-sender.ts'
import { createWritable, type Readable, type Writable } from '../sync/readable.ts'
import { StandIns } from './drawing/stand-ins.ts'
import { createPicturesOnDemand, type PicturesOnDemand } from './picture/pictures-on-demand.ts'
import { CursorLayer } from './presence/cursor-layer.ts'
import { type CanvasWriting, freeWriting } from './step-writing.ts'
import { createZoning, type Zoning } from './zoning/zoning.ts'

/**
 * What shapes and guards need to know of the person at this canvas. Atoms, because tldraw makes shape utils once and
 * draws them whenever a value they read changes.
 */
export interface CanvasContext {
  readonly role: Atom<Role>
  readonly locale: Atom<string>
  readonly dir: Atom<'ltr' | 'rtl'>
  /** Others than facilitators may point with the laser. */
  readonly isLaserForAll: Atom<boolean>
  /** Where this person may write now, and with what. */
  readonly allowance: Atom<Pick<CanvasWriting, 'zones' | 'tools'>>
  readonly zoning: Zoning
  /** What the facilitator is carrying on to another zone. */
  readonly carried: Writable<readonly string[] | null>
  /** Zones that this person has taken off the board: pasted, they come back. */
  readonly zonesCut: Set<string>
  /** The others' pointers. */
  readonly cursors: CursorLayer
  /** Where the page around the canvas puts what lies over it. */
  readonly overlay: Writable<HTMLElement | null>
  /** Notes that are not there as elements. */
  readonly standIns: StandIns
  readonly pictures: PicturesOnDemand
  /** Pictures that are on their way from here. */
  readonly sending: PicturesOnTheirWay
  /** Shapes that nobody but this person sees. */
  readonly aloneIds: Atom<ReadonlySet<string>>
  /** How many notes people have written alone, by the key of their zone. */
  readonly aloneCounts: Atom<Readonly<Record<string, number>>>
  /** How many of them are this person's. */
  readonly ownCounts: Atom<Readonly<Record<string, number>>>
  /** How that is said of one of them. */
  readonly aloneWords: Atom<string>
}

export type PicturesOnTheirWay = Pick<PictureSender, 'states' | 'retry' | 'cancel' | 'previewOf'>

const noPictures: PicturesOnTheirWay = {
  states: createWritable<ReturnType<PictureSender['states']['get']>>(new Map()),
  retry: () => undefined,
  cancel: () => undefined,
  previewOf: () => undefined,
}

export function createCanvasContext(
  role: Role,
  locale: string,
  dir: 'ltr' | 'rtl',
  savesData: Readable<boolean> = createWritable(false),
  sending: PicturesOnTheirWay = noPictures,
  aloneIds: Atom<ReadonlySet<string>> = atom('shapes of one’s own', new Set()),
): CanvasContext {
  return {
    role: atom('role', role),
    locale: atom('locale', locale),
    dir: atom('dir', dir),
    isLaserForAll: atom('laser for all', true),
    allowance: atom('allowance', freeWriting),
    zoning: createZoning(),
    carried: createWritable<readonly string[] | null>(null),
    zonesCut: new Set(),
    cursors: new CursorLayer(),
    overlay: createWritable<HTMLElement | null>(null),
    standIns: new StandIns(),
    pictures: createPicturesOnDemand(savesData),
    ...{ sending, aloneIds },
    aloneCounts: atom('notes written alone', {}),
    ownCounts: atom('notes of one’s own', {}),
    aloneWords: atom('only you see this', ''),
  }
}

export function mayChangeZones(context: Pick<CanvasContext, 'role'>): boolean {
  return context.role.get() === 'facilitator'
}

/** For what tldraw draws by itself and hands no props to. */
export const ReactCanvasContext = createContext<CanvasContext | undefined>(undefined)

export function useCanvasContext(): CanvasContext {
  const context = useContext(ReactCanvasContext)
  if (!context) throw new Error('There is no canvas around this component.')
  return context
}
