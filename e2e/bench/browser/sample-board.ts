import type { BoardRecord } from '#shared/board/board-records.ts'
import { firstPageId } from '#shared/board/new-board.ts'
import { zoneShapeType } from '#shared/board/zone-shape.ts'
import { zoneCell } from '#shared/templates/template.ts'

const notesPerZone = 50
const notesPerRow = 10
const zonesPerRow = 8
/** Notes overlap a little, as they do on a busy table. */
const noteStep = { x: 145, y: 170 }
const noteScale = 1.25
const colours = ['yellow', 'light-green', 'light-blue', 'light-violet', 'orange', 'red'] as const
const words =
  'solar ferry clinic tariff village school radio cable ledger harvest reef council pension permit nurse port'.split(
    ' ',
  )

export type SampleBoard = {
  readonly zones: readonly BoardRecord[]
  readonly notes: readonly BoardRecord[]
  /** The middle of one zone, and a note near it, in units of the page. */
  readonly zoneBounds: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/** A board with so many notes in zones; the same one every time. */
export function sampleBoard(noteCount: number): SampleBoard {
  const zones: BoardRecord[] = []
  const notes: BoardRecord[] = []
  const zoneCount = Math.ceil(noteCount / notesPerZone)
  for (let i = 0; i < zoneCount; i += 1) zones.push(zone(i))
  for (let i = 0; i < noteCount; i += 1) notes.push(note(i))
  return { zones, notes, zoneBounds: placeOf(Math.floor(zoneCount / 2)) }
}

function placeOf(zoneNumber: number) {
  const { w, h, gap } = zoneCell
  return {
    x: (zoneNumber % zonesPerRow) * (w + gap),
    y: Math.floor(zoneNumber / zonesPerRow) * (h + gap),
    ...{ w, h },
  }
}

function zone(i: number): BoardRecord {
  const { x, y, w, h } = placeOf(i)
  return {
    ...shape(`zone-${i}`, zoneShapeType, firstPageId, i, x, y),
    props: {
      ...{ w, h, key: `zone-${i}`, order: i + 1 },
      heading: { en: `Table ${i + 1}` },
      prompt: { en: 'What would have to be true for this to work on every island?' },
      noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
      ...{ isVotable: false, capacity: 0, background: 'plain', labels: [], backgroundAlt: { en: '' } },
    },
  }
}

function note(i: number): BoardRecord {
  const within = i % notesPerZone
  const x = 40 + (within % notesPerRow) * noteStep.x
  const y = 120 + Math.floor(within / notesPerRow) * noteStep.y
  const text = Array.from({ length: 3 + (i % 5) }, (_, k) => words[(i * 7 + k * 3) % words.length]).join(' ')
  return {
    ...shape(`note-${i}`, 'note', `shape:zone-${Math.floor(i / notesPerZone)}`, within, x, y),
    props: {
      ...{ color: colours[i % colours.length], labelColor: 'black', size: 'm', font: 'sans', scale: noteScale },
      ...{ align: 'middle', verticalAlign: 'middle', growY: 0, fontSizeAdjustment: 0, url: '' },
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  }
}

function shape(key: string, type: string, parentId: string, place: number, x: number, y: number): BoardRecord {
  const index = `b${String(place + 10)}V`
  return {
    ...{ id: `shape:${key}`, typeName: 'shape', type, parentId, index, x, y },
    ...{ rotation: 0, isLocked: false, opacity: 1, meta: {} },
  }
}

/** The same notes for a canvas that knows no zones: each lies on the page, at the same spot. */
export function withoutZones({ notes, zones }: SampleBoard): BoardRecord[] {
  const places = new Map(zones.map((record) => [record.id, record]))
  return notes.map((record, i) => {
    const parent = places.get(String(record.parentId))
    return {
      ...record,
      parentId: firstPageId,
      index: `c${String(10_000 + i)}V`,
      x: Number(record.x) + Number(parent?.x ?? 0),
      y: Number(record.y) + Number(parent?.y ?? 0),
    }
  })
}
