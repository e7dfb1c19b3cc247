import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import { countRecords, createBoardCopy } from './board-copy.ts'
import type { Line } from './dialect.ts'
import { boardUpdates } from './notes.ts'
import { openPerson, type Person, sendUpdate } from './person.ts'

/** Writes the notes, and looks until a newcomer is sent all of them. */
export async function fillBoard(writer: Person, line: Line, records: number): Promise<void> {
  for (const update of boardUpdates(records)) {
    sendUpdate(writer, update)
    // Below the rate at which a server may think it an attack.
    await wait(8)
  }
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (countRecords(await readBoard(line)) >= records) return
    await wait(250)
  }
  throw new Error('the board does not fill')
}

export async function readBoard(line: Line): Promise<Y.Doc> {
  const copy = createBoardCopy()
  const reader = openPerson(0, line, copy.events)
  await reader.joined
  reader.socket.close()
  return copy.build()
}
