import {
  evenSizes,
  type Guest,
  meetingAgain,
  type RotationPlan,
  type SeatingRule,
  sameTableAgain,
  unease,
} from './seating.ts'

const firstTemperature = 12
const lastTemperature = 0.2
const triesPerSeat = 1_500
const maxTries = 600_000

/**
 * Where everybody sits in every round, so that travellers meet as many new people as can be, at tables that they have
 * not been to, and tables are mixed as the rule says. Hosts stay. Found by simulated annealing: seats are swapped while
 * that helps, and now and then, less and less, when it does not.
 *
 * @param random - from 0 to below 1; the same numbers give the same plan.
 * @param past - rounds that are over, at the same tables: who met there has met, and who was there has been there.
 */
export function planRotation(
  guests: readonly Guest[],
  rule: SeatingRule,
  roundCount: number,
  random: () => number,
  past: RotationPlan = [],
): RotationPlan {
  const rounds = firstSeatings(guests, rule, roundCount, random)
  const cost = createCost(guests, rule, rounds, past)
  const travellers = guests.flatMap((guest, i) => (hostTable(guest, rule) === undefined ? [i] : []))
  if (travellers.length < 2 || rule.tableCount < 2) return toPlan(guests, rule, rounds)

  const pick = (count: number) => Math.floor(random() * count)
  const tries = Math.min(maxTries, triesPerSeat * guests.length * roundCount)
  let sum = cost.whole()
  let best = sum
  let bestRounds = rounds.map((round) => Int16Array.from(round))
  for (let i = 0; i < tries && best > 0; i += 1) {
    const round = pick(roundCount)
    const seats = rounds[round]
    const one = travellers[pick(travellers.length)]
    const other = travellers[pick(travellers.length)]
    if (!seats || one === undefined || other === undefined || seats[one] === seats[other]) continue
    // Tables stay as even as they are.
    if (guests[one]?.count !== guests[other]?.count) continue
    const change = cost.swap(round, one, other)
    const temperature = firstTemperature * (lastTemperature / firstTemperature) ** (i / tries)
    if (change > 0 && random() >= Math.exp(-change / temperature)) {
      cost.swap(round, one, other)
      continue
    }
    sum += change
    if (sum < best) {
      best = sum
      bestRounds = rounds.map((seating) => Int16Array.from(seating))
    }
  }
  return toPlan(guests, rule, bestRounds)
}

/** The table of each guest, by her place in the list. */
type Seats = Int16Array<ArrayBuffer>

function hostTable({ participantId }: Guest, { hosts, tableCount }: SeatingRule): number | undefined {
  const table = hosts[participantId]
  return table !== undefined && table < tableCount ? table : undefined
}

function firstSeatings(
  guests: readonly Guest[],
  rule: SeatingRule,
  roundCount: number,
  random: () => number,
): readonly Seats[] {
  return Array.from({ length: roundCount }, (_, round) => {
    const seats = new Int16Array(guests.length)
    const everybody = guests.reduce((sum, { count }) => sum + count, 0)
    const free = [...evenSizes(everybody, rule.tableCount, round)]
    const travellers: number[] = []
    for (const [i, guest] of guests.entries()) {
      const table = hostTable(guest, rule)
      if (table === undefined) travellers.push(i)
      else {
        seats[i] = table
        free[table] = (free[table] ?? 0) - guest.count
      }
    }
    // More hosts than seats at one table: the others make room.
    const countOf = (i: number) => guests[i]?.count ?? 1
    // Those who are several need the room that there is.
    for (const i of shuffled(travellers, random).sort((a, b) => countOf(b) - countOf(a))) {
      const table = free.indexOf(Math.max(...free))
      seats[i] = table
      free[table] = (free[table] ?? 0) - countOf(i)
    }
    return seats
  })
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

/** What a rotation costs, kept up while seats are swapped. */
function createCost(guests: readonly Guest[], rule: SeatingRule, rounds: readonly Seats[], past: RotationPlan) {
  const count = guests.length
  const uneases = new Float64Array(count * count)
  const meetings = new Int16Array(count * count)
  const visits = new Int16Array(count * rule.tableCount)
  for (const [i, one] of guests.entries()) {
    for (const [j, other] of guests.entries()) if (i !== j) uneases[i * count + j] = unease(one, other, rule)
  }
  const at = (list: Int16Array | Float64Array, index: number) => list[index] ?? 0
  const isHost = guests.map((guest) => hostTable(guest, rule) !== undefined)

  const meet = (one: number, other: number): number => {
    const before = at(meetings, one * count + other)
    meetings[one * count + other] = before + 1
    meetings[other * count + one] = before + 1
    return before * meetingAgain + at(uneases, one * count + other)
  }
  const part = (one: number, other: number): number => {
    const after = at(meetings, one * count + other) - 1
    meetings[one * count + other] = after
    meetings[other * count + one] = after
    return -(after * meetingAgain + at(uneases, one * count + other))
  }
  const visit = (one: number, table: number): number => {
    const place = one * rule.tableCount + table
    const before = at(visits, place)
    visits[place] = before + 1
    return isHost[one] ? 0 : before * sameTableAgain
  }
  const leave = (one: number, table: number): number => {
    const place = one * rule.tableCount + table
    const after = at(visits, place) - 1
    visits[place] = after
    return isHost[one] ? 0 : -after * sameTableAgain
  }

  const indexOf = new Map(guests.map(({ participantId }, i) => [participantId, i]))
  for (const [table, people] of past.flatMap((seating) => [...seating.slice(0, rule.tableCount).entries()])) {
    const known = people.flatMap((id) => indexOf.get(id) ?? [])
    for (const [i, one] of known.entries()) {
      visit(one, table)
      for (const other of known.slice(0, i)) meet(one, other)
    }
  }

  let first = 0
  for (const seats of rounds) {
    for (let one = 0; one < count; one += 1) {
      first += visit(one, at(seats, one))
      for (let other = 0; other < one; other += 1) if (seats[one] === seats[other]) first += meet(one, other)
    }
  }

  return {
    whole: () => first,
    /** Two people swap seats in one round. Returns what that changes; doing it again takes it back. */
    swap(round: number, one: number, other: number): number {
      const seats = rounds[round]
      if (!seats) return 0
      const from = at(seats, one)
      const to = at(seats, other)
      let change = leave(one, from) + leave(other, to) + visit(one, to) + visit(other, from)
      for (let third = 0; third < count; third += 1) {
        if (third === one || third === other) continue
        const table = seats[third]
        if (table === from) change += part(one, third) + meet(other, third)
        else if (table === to) change += part(other, third) + meet(one, third)
      }
      seats[one] = to
      seats[other] = from
      return change
    },
  }
}

function toPlan(guests: readonly Guest[], { tableCount }: SeatingRule, rounds: readonly Seats[]): RotationPlan {
  return rounds.map((seats) =>
    Array.from({ length: tableCount }, (_, table) =>
      guests.flatMap(({ participantId }, i) => (seats[i] === table ? [participantId] : [])),
    ),
  )
}
