import { vi } from 'vitest'
import * as Y from 'yjs'
import type { SeededRandom } from '#shared/testing/seeded-random.ts'
import type { TestBoard } from '../testing/test-boards.ts'

type Line = {
  readonly person: TestBoard
  readonly up: Uint8Array[]
  readonly down: Uint8Array[]
  isOpen: boolean
}

/**
 * Carries what people write to a document in the middle and on to the others, late, and with lines that break: what is
 * under way is lost then, and what either side lacks is sent when the line is back, as y-websocket does.
 */
export interface FuzzRelay {
  /** Moves a random part of what is under way, and lets some time pass: frames, and what waits for its moment. */
  deliverSome(): void
  breakLine(): void
  breakAllLines(): void
  mendLine(): void
  /** Everybody is back, and everything has arrived everywhere. */
  settle(): void
  readonly middle: Y.Doc
}

/** As often as not shorter than what waits on a canvas may wait. */
const longestPauseMs = 80

export function createFuzzRelay(people: readonly TestBoard[], first: Uint8Array, random: SeededRandom): FuzzRelay {
  const middle = new Y.Doc()
  Y.applyUpdate(middle, first)
  const lines: Line[] = people.map((person) => ({ person, up: [], down: [], isOpen: true }))
  for (const line of lines) {
    line.person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network' && line.isOpen) line.up.push(update)
    })
  }
  middle.on('update', (update: Uint8Array, origin: unknown) => {
    for (const line of lines) if (line !== origin && line.isOpen) line.down.push(update)
  })

  const takeUp = (line: Line) => {
    const update = line.up.shift()
    if (update) Y.applyUpdate(middle, update, line)
  }
  const takeDown = (line: Line) => {
    const update = line.down.shift()
    if (update) Y.applyUpdate(line.person.doc, update, 'network')
  }
  const mend = (line: Line) => {
    if (line.isOpen) return
    line.isOpen = true
    const { doc } = line.person
    line.up.push(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(middle)))
    line.down.push(Y.encodeStateAsUpdate(middle, Y.encodeStateVector(doc)))
  }
  const cut = (line: Line) => {
    line.isOpen = false
    line.up.length = 0
    line.down.length = 0
  }
  const isQuiet = () => lines.every(({ up, down }) => up.length === 0 && down.length === 0)

  return {
    middle,
    deliverSome() {
      for (const line of lines) {
        for (let moves = random.below(4); moves > 0; moves -= 1) random.below(2) === 0 ? takeUp(line) : takeDown(line)
        if (random.below(4) === 0) line.person.board.binding.flush()
      }
      if (random.below(2) === 0) vi.advanceTimersByTime(random.below(longestPauseMs))
    },
    breakLine() {
      cut(random.pick(lines))
    },
    breakAllLines() {
      for (const line of lines) cut(line)
    },
    mendLine() {
      mend(random.pick(lines))
    },
    settle() {
      for (const line of lines) mend(line)
      do {
        for (const line of lines) line.person.board.binding.flush()
        for (const line of lines) while (line.up.length > 0) takeUp(line)
        for (const line of lines) while (line.down.length > 0) takeDown(line)
        for (const line of lines) line.person.board.binding.flush()
      } while (!isQuiet())
    },
  }
}
