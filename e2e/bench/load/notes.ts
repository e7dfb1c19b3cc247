import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { firstPageId } from '#shared/board/new-board.ts'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { clientIdOf } from './presence.ts'

/** Notes as people write them, the same in every run, and the updates that put them on a board. */

const words =
  `idea what if we try school harbour solar boat ferry water market youth elders garden workshop cost who pays first step
  pilot small village council radio phone signal training repair shop tide reef fish women group loan seeds storm roof
  safe road bus light night kitchen waste bottles sort collect sell share map count ask listen learn test again faster
  cheaper nearer open together local language story song children health nurse clinic visit weekly budget report partner
  university ministry company volunteer friday morning long short queue online offline paper form simple trust privacy
  because maybe never always every some most risk question answer problem need want have make build buy grow plant dry
  store carry meet plan decide vote agree later soon today tomorrow`.split(/\s+/)

const idLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const colours = ['yellow', 'light-blue', 'light-green', 'light-red', 'violet', 'orange']

/** As long and as random as tldraw's own ids: they are what compresses least. */
export function shapeId(random: () => number): string {
  return `shape:${Array.from({ length: 21 }, () => idLetters[Math.floor(random() * idLetters.length)]).join('')}`
}

/** Three to ten words. */
export function sentence(random: () => number): string {
  const length = 3 + Math.floor(random() * 8)
  return Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ')
}

export function note(random: () => number, text: string, meta: Readonly<Record<string, unknown>> = {}): BoardRecord {
  return {
    id: shapeId(random),
    typeName: 'shape',
    type: 'note',
    x: Math.round(random() * 20_000) - 10_000,
    y: Math.round(random() * 12_000) - 6_000,
    rotation: 0,
    index: `a${1 + Math.floor(random() * 9)}`,
    parentId: firstPageId,
    isLocked: false,
    opacity: 1,
    meta,
    props: {
      color: colours[Math.floor(random() * colours.length)],
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  }
}

const authors = 20
const notesPerUpdate = 50

/** A board full of notes by twenty people, as updates to send one after another. */
export function boardUpdates(records: number): Uint8Array[] {
  const random = createSeededRandom(1).next
  return Array.from({ length: authors }, (_, author) => {
    const doc = new Y.Doc()
    doc.clientID = 2_000_000_000 + author * 1_000_003
    const board = openBoardRecords(doc)
    const updates = collectUpdates(doc)
    const share = Math.floor(records / authors) + (author < records % authors ? 1 : 0)
    for (let made = 0; made < share; made += notesPerUpdate) {
      doc.transact(() => {
        const count = Math.min(notesPerUpdate, share - made)
        for (let i = 0; i < count; i += 1) board.put(note(random, sentence(random)))
      })
    }
    return updates
  }).flat()
}

/** Every update that the document makes from now on. */
export function collectUpdates(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return updates
}

const markerPattern = '#e'
const personDigits = 4
const numberDigits = 4
const markerLength = markerPattern.length + personDigits + numberDigits

/** Stands in an edit's text, so that whoever receives the edit can tell which it is without decoding it. */
function marker(person: number, number: number): string {
  return `${markerPattern}${String(person).padStart(personDigits, '0')}${String(number).padStart(numberDigits, '0')}`
}

/**
 * So many updates of one person, one new note each, of about 400 bytes; the first has number 1.
 *
 * @param place - where they lie, if not anywhere on the page.
 */
export function editsOf(person: number, count: number, place: Partial<BoardRecord> = {}): Uint8Array[] {
  const random = createSeededRandom(person + 7).next
  const doc = new Y.Doc()
  doc.clientID = clientIdOf(person)
  const board = openBoardRecords(doc)
  const updates = collectUpdates(doc)
  for (let number = 1; number <= count; number += 1) {
    doc.transact(() => board.put({ ...note(random, marker(person, number)), ...place }))
  }
  return updates
}

/** Where a note may lie in a zone, in the zone's own places: below its heading, in three rows of four and then on top of those. */
export function placeInZone(zoneId: string, number: number): Partial<BoardRecord> {
  return { parentId: zoneId, x: 40 + (number % 4) * 220, y: 300 + (Math.floor(number / 4) % 3) * 220 }
}

/** Calls `found` for every edit that is in the bytes. */
export function findEdits(bytes: Buffer, found: (person: number, number: number) => void): void {
  for (let at = bytes.indexOf(markerPattern); at >= 0; at = bytes.indexOf(markerPattern, at + markerLength)) {
    const digits = bytes.toString('latin1', at + markerPattern.length, at + markerLength)
    if (!/^\d{8}$/.test(digits)) continue
    found(Number(digits.slice(0, personDigits)), Number(digits.slice(personDigits)))
  }
}
