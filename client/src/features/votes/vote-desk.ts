import type { ErrorCode } from '#shared/errors.ts'
import { type Budget, type DotKind, firstSuperSlot, freeSlot, mostOnOne, usedOf } from '#shared/session/votes/budget.ts'
import type { OpenVote, OwnDot, OwnVote, VotesNews } from '#shared/session/votes/round.ts'
import type { DotPoint } from '#shared/session/votes/vote-setup.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'

/** Where a dot is meant to be; `point` in pictures only. */
export type DotPlace = { readonly targetId: string; readonly point: DotPoint | null }
/** `isSent`: the server has said that it has it. Until then it is not given. */
export type ShownDot = OwnDot & { readonly kind: DotKind; readonly isSent: boolean }
export type Refusal = ErrorCode | 'network' | 'unreadable'

/** One's own part in the round that is open, as it will be once everything has arrived. */
export type OwnBallot = {
  readonly roundId: string
  readonly budget: Budget
  readonly dots: readonly ShownDot[]
  readonly left: Budget
  readonly isLeftOut: boolean
}

/** `later`: nobody answered, so it may have arrived or not. */
export type DotAnswer =
  | { readonly status: 'taken'; readonly own: OwnVote }
  | { readonly status: 'later' }
  | { readonly status: 'refused'; readonly code: Refusal }

export type VoteDeskPorts = {
  /** As message 101 tells it. */
  readonly heard: Readable<VotesNews | undefined>
  readonly put: (roundId: string, dot: OwnDot) => Promise<DotAnswer>
  readonly remove: (roundId: string, slot: number) => Promise<DotAnswer>
  /** How one stands by the server's word; undefined where there was no answer, or the round takes no dots. */
  readonly ask: (roundId: string) => Promise<OwnVote | undefined>
  /** Resolves when it may be tried again: after a while, or when there is a line. */
  readonly wait: (attempt: number) => Promise<void>
  /** @returns the stop */
  readonly after: (delayMs: number, run: () => void) => () => void
  /** Something that was on its way did not come to be. `count`: of how many dots that is said. */
  readonly onRefused: (code: Refusal, count: number) => void
}

export interface VoteDesk {
  readonly ballot: Readable<OwnBallot | undefined>
  /** Something has been tried without an answer, and is tried again. */
  readonly isWaiting: Readable<boolean>
  /** @returns why not, as far as that is known here */
  put(place: DotPlace, kind: DotKind): Refusal | undefined
  /** Takes back the last dot of that kind on the target, or the one in that slot. @returns false where there is none */
  take(targetId: string, kind: DotKind, slot?: number): boolean
  stop(): void
}

/** An answer and a message 101 overtake each other: for so long what was answered stands over what is heard. */
const settledMs = 2_000

type Wish = {
  readonly to: 'put' | 'take'
  readonly dot: OwnDot
  readonly state: 'waiting' | 'under-way' | 'settled'
}

/** Shows at once what one's dots will be, and brings them to the server one after the other. */
export function createVoteDesk(ports: VoteDeskPorts): VoteDesk {
  const { heard } = ports
  const ballot = createWritable<OwnBallot | undefined>(undefined)
  const isWaiting = createWritable(false)
  const stops = new Set<() => void>()
  let round: OpenVote | undefined
  let known: OwnVote | undefined
  let wishes: readonly Wish[] = []
  let isBusy = false
  let isStopped = false

  const show = () => ballot.set(round && known && toBallot(round.id, known, wishes))
  const replace = (wish: Wish, next: Wish | undefined) => {
    wishes = wishes.flatMap((one) => (one === wish ? (next ?? []) : one))
    show()
  }
  const isOpen = (roundId: string) => !isStopped && round?.id === roundId

  const dropAll = (code: Refusal) => {
    const lost = wishes.filter(({ state }) => state !== 'settled').length
    wishes = []
    isWaiting.set(false)
    show()
    if (lost > 0) ports.onRefused(code, lost)
  }

  const hear = () => {
    const next = heard.get()?.open ?? undefined
    if (round && next?.id !== round.id) dropAll('vote_closed')
    round = next
    known = next?.own ?? undefined
    show()
  }

  const settle = (wish: Wish) => {
    const settled: Wish = { ...wish, state: 'settled' }
    replace(wish, settled)
    const stop = ports.after(settledMs, () => {
      stops.delete(stop)
      replace(settled, undefined)
    })
    stops.add(stop)
  }

  const sendNext = async (): Promise<void> => {
    const wish = wishes.find(({ state }) => state === 'waiting')
    const roundId = round?.id
    if (!wish || isBusy || isStopped || roundId === undefined) return
    isBusy = true
    const underWay: Wish = { ...wish, state: 'under-way' }
    replace(wish, underWay)
    await deliver(roundId, underWay)
    isBusy = false
    void sendNext()
  }

  /** Until it is answered for good, or the round is over. */
  const deliver = async (roundId: string, first: Wish): Promise<void> => {
    let wish = first
    for (let attempt = 1; isOpen(roundId); ) {
      const answer = await (wish.to === 'put' ? ports.put(roundId, wish.dot) : ports.remove(roundId, wish.dot.slot))
      if (!isOpen(roundId)) return
      if (answer.status === 'later') {
        isWaiting.set(true)
        await ports.wait(attempt)
        attempt += 1
        continue
      }
      isWaiting.set(false)
      if (answer.status === 'taken') {
        known = answer.own
        settle(wish)
        return
      }
      const own = isOverAfter(answer.code) ? undefined : await ports.ask(roundId)
      if (!isOpen(roundId)) return
      if (own) known = own
      // Another tab has used the slot: what was meant is one more dot.
      const slot = answer.code === 'dot_is_used' && wish.to === 'put' && own ? nextSlot(wish) : undefined
      if (slot === undefined) {
        if (isOverAfter(answer.code)) dropAll(answer.code)
        else {
          if (wish.to === 'put') followMove(wish, undefined)
          replace(wish, undefined)
          ports.onRefused(answer.code === 'dot_is_used' ? 'no_such_dot' : answer.code, 1)
        }
        return
      }
      followMove(wish, slot)
      const moved: Wish = { ...wish, dot: { ...wish.dot, slot } }
      replace(wish, moved)
      wish = moved
    }
  }

  /**
   * A slot that is free now, beside everything else that is meant. The server has just been asked: what was settled before
   * is in its word, and what is yet to be taken back is still there.
   */
  const nextSlot = (wish: Wish): number | undefined => {
    if (!known) return undefined
    const puts = wishes.filter((one) => one !== wish && one.to === 'put' && one.state !== 'settled')
    return freeSlot(dotsAfter(known, puts), known.budget, kindOf(wish.dot))
  }

  /** Who takes back what has moved, or has not come to be, means that and not what another tab has in its place. */
  const followMove = ({ dot }: Wish, slot: number | undefined) => {
    wishes = wishes.flatMap((one) => {
      const isOfIt = one.to === 'take' && one.dot.slot === dot.slot && one.dot.targetId === dot.targetId
      if (!isOfIt || one.state !== 'waiting') return one
      return slot === undefined ? [] : { ...one, dot: { ...one.dot, slot } }
    })
  }

  const stopHearing = heard.subscribe(hear)
  hear()

  return {
    ballot,
    isWaiting,
    put({ targetId, point }, kind) {
      if (!round || !known) return 'vote_closed'
      if (known.isLeftOut) return 'left_out_of_vote'
      const dots = dotsAfter(known, wishes)
      const onIt = dots.filter((dot) => dot.targetId === targetId && kindOf(dot) === 'dot').length
      if (kind === 'dot' && !round.setup.severalOnOne && onIt >= mostOnOne(round.setup, known.budget))
        return 'one_dot_each'
      const slot = freeSlot(dots, known.budget, kind)
      if (slot === undefined) return 'no_such_dot'
      wishes = [...wishes, { to: 'put', dot: { slot, targetId, point }, state: 'waiting' }]
      show()
      void sendNext()
      return undefined
    },
    take(targetId, kind, slot) {
      if (!known) return false
      const dot = dotsAfter(known, wishes).findLast(
        (one) => one.targetId === targetId && kindOf(one) === kind && (slot === undefined || one.slot === slot),
      )
      if (!dot) return false
      const unsent = wishes.find((wish) => wish.state === 'waiting' && wish.to === 'put' && wish.dot.slot === dot.slot)
      if (unsent) {
        replace(unsent, undefined)
        return true
      }
      wishes = [...wishes, { to: 'take', dot, state: 'waiting' }]
      show()
      void sendNext()
      return true
    },
    stop() {
      isStopped = true
      stopHearing()
      for (const stop of stops) stop()
    },
  }
}

/** Nothing else that is on its way can come to be either. */
function isOverAfter(code: Refusal): boolean {
  return code === 'vote_closed' || code === 'vote_not_found'
}

function kindOf({ slot }: Pick<OwnDot, 'slot'>): DotKind {
  return slot < firstSuperSlot ? 'dot' : 'super'
}

function dotsAfter(known: OwnVote, wishes: readonly Wish[]): readonly OwnDot[] {
  const bySlot = new Map(known.dots.map((dot) => [dot.slot, dot]))
  for (const { to, dot } of wishes) {
    if (to === 'put') bySlot.set(dot.slot, dot)
    else bySlot.delete(dot.slot)
  }
  return [...bySlot.values()].toSorted((a, b) => a.slot - b.slot)
}

function toBallot(roundId: string, known: OwnVote, wishes: readonly Wish[]): OwnBallot {
  const dots = dotsAfter(known, wishes)
  const unsent = new Set(
    wishes.flatMap(({ to, state, dot }) => (to === 'put' && state !== 'settled' ? [dot.slot] : [])),
  )
  const used = usedOf(dots)
  const { budget, isLeftOut } = known
  return {
    ...{ roundId, budget, isLeftOut },
    dots: dots.map((dot) => ({ ...dot, kind: kindOf(dot), isSent: !unsent.has(dot.slot) })),
    left: {
      dots: Math.max(0, budget.dots - used.dots),
      superVotes: Math.max(0, budget.superVotes - used.superVotes),
    },
  }
}
