import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { planRotation } from '#shared/session/tables/plan-rotation.ts'
import type { SeatingRule } from '#shared/session/tables/seating.ts'
import type { MixRule, TableRound } from '#shared/session/tables/table-plan.ts'
import type { ResultView } from '#shared/session/votes/round.ts'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { collectUpdates, editsOf, note, placeInZone } from '../notes.ts'
import { type Person, sendUpdate } from '../person.ts'

/** A zone of the board: its key, and the id of its shape. */
export type CafeZone = { readonly key: string; readonly shapeId: string }

export const mixRule: MixRule = { mixesCountries: true, mixesOrganisations: true, remote: 'any' }

/** Everybody writes so many notes into the zone of a table, each on the line of her own layer. */
export function writeAlone(own: readonly Person[], tables: readonly CafeZone[], notesEach: number): void {
  for (const person of own) {
    const zone = tables[person.index % tables.length]
    if (!zone) throw new Error('there is no table')
    const place = placeInZone(zone.shapeId, Math.floor(person.index / tables.length))
    for (const update of editsOf(person.index, notesEach, place)) sendUpdate(person, update)
  }
}

/** Where everybody sits in these steps, one round a step: people of ten countries and six organisations, a third online. */
export function planRounds(
  participantIds: readonly string[],
  tables: readonly CafeZone[],
  stepIds: readonly string[],
  random: () => number,
): TableRound[] {
  const guests = participantIds.map((participantId, i) => ({
    participantId,
    country: String(i % 10),
    organisation: String(i % 6),
    isRemote: i % 3 === 0,
    count: 1,
  }))
  const rule: SeatingRule = {
    ...{ tableCount: tables.length, hosts: {} },
    ...mixRule,
  }
  return planRotation(guests, rule, stepIds.length, random).map((seating, round) => ({
    stepIds: stepIds.slice(round, round + 1),
    tables: seating.map((people, table) => ({ zone: tables[table]?.key ?? '', people: [...people] })),
  }))
}

/** @returns the ids of the notes, once they are durable. */
export async function putUpIdeas(
  host: Person,
  wall: CafeZone,
  count: number,
  saved: (count: number) => Promise<void>,
): Promise<string[]> {
  const random = createSeededRandom(6).next
  const doc = new Y.Doc()
  const board = openBoardRecords(doc)
  const updates = collectUpdates(doc)
  const ideas = Array.from({ length: count }, (_, i) => ({
    ...note(random, `Idea ${i + 1}`),
    ...placeInZone(wall.shapeId, i),
  }))
  doc.transact(() => {
    for (const idea of ideas) board.put(idea)
  })
  for (const update of updates) sendUpdate(host, update)
  await saved(updates.length)
  return ideas.map(({ id }) => id)
}

/** Three dots, several on one, blind until it is closed by hand. */
export function voteSetup(zone: string): VoteSetup {
  return {
    ...{ dots: 3, zones: [zone], noteKinds: ['note'], severalOnOne: true, minutes: null },
    ...{ isSecret: false, decider: null, isStraw: false, target: 'notes' },
  }
}

/** How many dots each note has, by its id. */
export function tallyOf(dots: readonly { readonly target: string }[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const { target } of dots) tally[target] = (tally[target] ?? 0) + 1
  return tally
}

/** The same of a result. */
export function votesOf(result: ResultView | null | undefined): Record<string, number> {
  const targets = result?.targets.filter(({ votes }) => votes > 0) ?? []
  return Object.fromEntries(targets.map(({ targetId, votes }) => [targetId, votes]))
}

/** @throws when the counts are not the same. */
export function requireEqual(what: string, found: Record<string, number>, put: Record<string, number>): void {
  const text = (counts: Record<string, number>) => JSON.stringify(Object.entries(counts).sort())
  if (text(found) !== text(put)) throw new Error(`${what}: ${text(put)} was put in, ${text(found)} came out`)
}

const atOnce = 20

/** For each of them, twenty at once. */
export async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) await Promise.all(items.slice(from, from + atOnce).map(act))
}
