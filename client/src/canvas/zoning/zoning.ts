import { type Atom, atom, type TLShapeId } from 'tldraw'
import type { Box } from '#shared/board/drawing/plan.ts'
import type { ZoneRefusal } from './canvas-zones.ts'
import type { Guide } from './zone-places.ts'

/** What is being drawn, before it is a zone. */
export type ZoneSketch = { readonly box: Box; readonly isOver: boolean }

/** What the editing of zones is about, on this device alone. */
export interface Zoning {
  /** While it is on, zones have numbers. */
  readonly isOn: Atom<boolean>
  /** The zone whose form is open. */
  readonly editedId: Atom<string | null>
  /** The zone whose name is being written on the board. */
  readonly namedId: Atom<string | null>
  readonly refused: Atom<ZoneRefusal | undefined>
  /** Keys of zones that something goes on in: they are not deleted unasked. */
  readonly inUse: Atom<ReadonlySet<string>>
  /** What was to be deleted when one of those was among it. */
  readonly asked: Atom<readonly TLShapeId[] | null>
  readonly sketch: Atom<ZoneSketch | null>
  readonly guides: Atom<readonly Guide[]>
  /** What a zone is called before anybody names it. */
  readonly nameOf: Atom<(number: number) => string>
}

export function createZoning(): Zoning {
  return {
    isOn: atom('edits zones', false),
    editedId: atom<string | null>('zone with a form', null),
    namedId: atom<string | null>('zone that is named', null),
    refused: atom<ZoneRefusal | undefined>('zone not made', undefined),
    inUse: atom<ReadonlySet<string>>('zones in use', new Set()),
    asked: atom<readonly TLShapeId[] | null>('zones that are asked about', null),
    sketch: atom<ZoneSketch | null>('drawn zone', null),
    guides: atom<readonly Guide[]>('lines that zones come to', []),
    nameOf: atom('name of a new zone', (number: number) => String(number)),
  }
}
