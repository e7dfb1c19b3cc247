import { describe, expect, test } from 'vitest'
import { templates } from '../templates/index.ts'
import { templateRecords } from '../templates/template-records.ts'
import { overlaps } from './box.ts'
import { planOf, roomsIn } from './drawing/cell-at.ts'
import { zoomOnProjector } from './drawing/from-afar.ts'
import type { Box, ZoneCell } from './drawing/plan.ts'
import { noteTextSize, sizeOfNote } from './note-place.ts'
import { isSharedOut, noteScaleIn, smallestScale } from './note-scale.ts'
import { roomOf } from './zone-room.ts'
import { isZone, type ZoneProps } from './zone-shape.ts'

type Place = { readonly name: string; readonly zone: ZoneProps; readonly part: ZoneCell | undefined; readonly box: Box }

/** Where notes come in all templates: in the zone, or in each part of it. Many are of one size: one of them is enough. */
const places = distinct(
  templates.flatMap((template) =>
    templateRecords(template)
      .filter(isZone)
      .flatMap(({ props }): Place[] => {
        const zone = props as ZoneProps
        const plan = planOf(zone)
        const parts = isSharedOut(plan) ? plan.cells : [undefined, ...plan.cells]
        return parts.map((part) => ({
          ...{ name: `${template.id} ${zone.key} ${part?.kind ?? ''} ${part?.index ?? ''}`, zone, part },
          box: part?.box ?? plan.notes,
        }))
      }),
  ),
)

function distinct(all: readonly Place[]): Place[] {
  const bySize = ({ zone, part, box }: Place) =>
    [zone.w, zone.h, zone.background, zone.capacity, part?.kind, Math.round(box.w), Math.round(box.h)].join(' ')
  return [...new Map(all.toReversed().map((place) => [bySize(place), place])).values()]
}

const wordsPx = ({ zone, part }: Place) => noteScaleIn(zone, part) * noteTextSize * zoomOnProjector(zone)
const roomsFor = ({ part, box }: Place, high: number) => (part ? roomsIn(part, high) : [box])
/** From top to bottom in one of the rooms for what is so high. */
const isWithin = (place: Place, { y, h }: Box) =>
  roomsFor(place, h).some((room) => y >= room.y - 0.1 && y + h <= room.y + room.h + 0.1)
/** As many notes beside one another as there is room for, until one would be smaller than the first. */
function notesOfUsualSize({ zone, part }: Place): number {
  const room = roomOf(zone, [], 'ltr')
  const usual = noteScaleIn(zone, part)
  let count = 0
  while (count < 10 && room.scaleFor([0], part) >= Math.round(usual * 100) / 100) {
    room.take(sizeOfNote(usual), part)
    count += 1
  }
  return count
}

describe('a note in a zone that fills a projector’s screen', () => {
  test('has words that can be read from the back, wherever the zone is no table of many parts', () => {
    const small = places.filter((place) => wordsPx(place) < 13.5 && planOf(place.zone).cells.length < 12)
    // Few, because their parts are low or narrow beside the whole zone, or many notes are to lie side by side.
    const few = ['columns', 'rings', 'cone']
    expect(small.filter(({ zone }) => !few.includes(zone.background)).map(({ name }) => name)).toEqual([])
    expect(small.length).toBeLessThan(places.length * 0.15)
  })

  test('is as large as everywhere where the zone is as large as a screen and meant for few', () => {
    const plain = places.find(({ name }) => name.startsWith('design-sprint-brief why-now'))
    expect(plain && noteScaleIn(plain.zone)).toBe(1.25)
  })

  test('is larger in a larger zone, by so much that its words are as large on the screen', () => {
    const [hear, see] = ['empathy-map hear', 'empathy-map see'].map((name) =>
      places.find((place) => place.name.startsWith(name)),
    )
    if (!hear || !see) throw new Error('There are no such zones.')
    expect(noteScaleIn(hear.zone)).toBeGreaterThan(noteScaleIn(see.zone) * 1.3)
    expect(wordsPx(hear)).toBeGreaterThan(17.5)
  })

  test('lies within its part, and none is too small to be pressed on', () => {
    for (const place of places) {
      const { w, h } = sizeOfNote(noteScaleIn(place.zone, place.part))
      expect(
        roomsFor(place, h).some((room) => w <= room.w && h <= room.h),
        place.name,
      ).toBe(true)
      expect(noteScaleIn(place.zone, place.part), place.name).toBeGreaterThanOrEqual(0.6)
    }
  })

  test('has others beside it: three in a lane, two in a column, a card and a cell', () => {
    const counts = { column: 2, lane: 3, step: 3, quadrant: 3, horizon: 3, card: 2, part: 2, ring: 2, cell: 2 }
    for (const place of places) {
      const least = place.part ? (counts as Record<string, number>)[place.part.kind] : 10
      expect(notesOfUsualSize(place), place.name).toBeGreaterThanOrEqual(least ?? 1)
    }
  })
})

describe('a part that is no box', () => {
  const parts = places.flatMap(({ name, zone, part }) => (part?.rooms ? [{ name, zone, part }] : []))

  test('has notes on all its sides, and none of them in another part or on the words', () => {
    for (const { name, zone, part } of parts) {
      const { cells, labels } = planOf(zone)
      const room = roomOf(zone, [], 'ltr')
      const put = Array.from({ length: 6 }, (): Box => {
        const size = sizeOfNote(room.scaleFor([0], part))
        return { ...room.take(size, part), ...size }
      })
      const partAt = (x: number, y: number) => cells.find((cell) => cell.holds({ x, y }))?.index
      for (const { x, y, w, h } of put) {
        expect(partAt(x + w / 2, y + h / 2), name).toBe(part.index)
        if (zone.background !== 'rings') continue
        const corners = [x, x + w].flatMap((across) => [partAt(across, y), partAt(across, y + h)])
        expect(new Set(corners), name).toEqual(new Set([part.index]))
      }
      for (const { text, ...words } of labels) {
        if (text !== part.words) continue
        expect(put.filter((box) => overlaps(box, words)).length, name).toBe(0)
      }
      if (zone.background !== 'rings') continue
      const sides = put.map(({ x, w }) => Math.sign(x + w / 2 - zone.w / 2))
      expect(sides, name).toEqual(expect.arrayContaining([-1, 1]))
    }
  })
})

describe('one note after another', () => {
  test('comes smaller where there is no room, and on no other, until not even the smallest fits', () => {
    const ofEachKind = new Map(places.map((place) => [`${place.zone.background} ${place.part?.kind}`, place]))
    for (const { name, zone, part } of ofEachKind.values()) {
      const room = roomOf(zone, [], 'ltr')
      const put: Box[] = []
      let scale = noteScaleIn(zone, part)
      while (put.length < 60) {
        const next = room.scaleFor([0], part)
        expect(next, name).toBeLessThanOrEqual(scale + 0.01)
        scale = next
        const size = sizeOfNote(scale)
        const box = { ...room.take(size, part), ...size }
        if (put.some((other) => overlaps(shrunk(other), shrunk(box)))) break
        put.push(box)
      }
      // It stopped because the smallest lay on another, or there was room for all.
      if (put.length < 60) expect(scale, name).toBe(smallestScale)
    }
  })

  test('is smaller where its many words would hang out of its part', () => {
    const growY = 200
    for (const place of places) {
      const { name, zone, part } = place
      const room = roomOf(zone, [], 'ltr')
      const scale = room.scaleFor([growY], part)
      const size = sizeOfNote(scale, growY)
      const spot = room.take(size, part)
      const isSmallest = scale === smallestScale
      if (part && !isSmallest) expect(isWithin(place, { ...spot, ...size }), name).toBe(true)
    }
  })

  test('several that come at once have one size, at which the one of most words stays in its part', () => {
    for (const place of places) {
      const { name, zone, part } = place
      if (!part) continue
      const room = roomOf(zone, [], 'ltr')
      const scale = room.scaleFor([0, 200], part)
      if (scale === smallestScale) continue
      for (const growY of [200, 0]) {
        const size = sizeOfNote(scale, growY)
        expect(isWithin(place, { ...room.take(size, part), ...size }), name).toBe(true)
      }
    }
  })

  test('comes below what has grown with its words', () => {
    const place = places.find(({ name }) => name.startsWith('empathy-map hear'))
    if (!place) throw new Error('There is no such zone.')
    const room = roomOf(place.zone, [], 'ltr')
    const scale = noteScaleIn(place.zone)
    const put: Box[] = []
    for (let i = 0; i < 7; i += 1) {
      const size = sizeOfNote(scale, i % 2 === 0 ? 180 : 0)
      const box = { ...room.take(size), ...size }
      expect(put.some((other) => overlaps(shrunk(other), shrunk(box)))).toBe(false)
      put.push(box)
    }
  })

  test.each(['action-tracker tracker', 'growth-roadmap north-star'])(
    'lies in one part where parts share the zone out: %s',
    (name) => {
      const shared = places.find((place) => place.name.startsWith(name))
      if (!shared) throw new Error('There is no such zone.')
      for (const dir of ['ltr', 'rtl'] as const) {
        const room = roomOf(shared.zone, [], dir)
        for (let i = 0; i < 20; i += 1) {
          const size = sizeOfNote(room.scaleFor([0]))
          const { x, y } = room.take(size)
          const holders = planOf(shared.zone).cells.filter((cell) => overlaps(cell.box, { x, y, ...size }))
          expect(holders).toHaveLength(1)
        }
      }
    },
  )
})

/** Sums of fractions come out a little over. */
function shrunk({ x, y, w, h }: Box): Box {
  return { x: x + 0.1, y: y + 0.1, w: w - 0.2, h: h - 0.2 }
}
