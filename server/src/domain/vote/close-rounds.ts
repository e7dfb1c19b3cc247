import { DomainError } from '#shared/errors.ts'
import { tally } from '#shared/session/votes/tally.ts'
import type { RoomClock } from '../room/clock.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { OpenRound } from './open-round.ts'
import type { StoredRound, VoteStore } from './vote-store.ts'
import type { VoteTargets } from './vote-targets.ts'

/** Ends rounds: when somebody says so, or when their time is over. */
export interface CloseRounds {
  /** @returns the round with its result. Whoever asks while it is being closed gets the same. */
  close(open: OpenRound): Promise<StoredRound>
  /** Closes it at its deadline. */
  watch(open: OpenRound): void
}

/** Nobody puts dots while a round is being closed but those who were under way. */
const mostAttempts = 20
/** A store that took no result may take it a little later. */
const againAfterMs = 5_000

export function createCloseRounds(ports: {
  readonly store: Pick<VoteStore, 'given' | 'close' | 'find'>
  readonly targets: Pick<VoteTargets, 'readAll'>
  readonly clock: RoomClock
  readonly logger: RoomLogger
  readonly onClosed: (open: OpenRound, closed: StoredRound) => void
}): CloseRounds {
  const { store, targets, clock, logger, onClosed } = ports
  const underWay = new Map<string, Promise<StoredRound>>()

  const closeOnce = async ({ round }: OpenRound): Promise<StoredRound> => {
    const { id, boardId, setup, closesAtMs } = round
    for (let i = 0; i < mostAttempts; i += 1) {
      const { touches, ...given } = await store.given(id)
      const result = tally(round, { ...given, targetOf: await targets.readAll(boardId) })
      // A round whose time was over while nobody looked ended then.
      const atMs = Math.min(clock.nowMs(), closesAtMs ?? Number.POSITIVE_INFINITY)
      await store.close(id, { touches, atMs, result, isSecret: setup.isSecret })
      const now = await store.find(boardId, id)
      if (!now) throw new DomainError('vote_not_found')
      if (now.result) return now
    }
    throw new DomainError('store_unavailable')
  }

  const close = (open: OpenRound): Promise<StoredRound> => {
    const { id } = open.round
    const known = underWay.get(id)
    if (known) return known
    const closing = closeOnce(open).then((closed) => {
      open.stopTimer()
      onClosed(open, closed)
      return closed
    })
    underWay.set(id, closing)
    open.closing = closing
      .then(() => undefined)
      .catch(() => undefined)
      .finally(() => {
        underWay.delete(id)
        open.closing = undefined
      })
    return closing
  }

  const watch = (open: OpenRound): void => {
    const { closesAtMs, id, boardId } = open.round
    if (closesAtMs === null) return
    const wait = (delayMs: number) => {
      open.stopTimer = clock.after(delayMs, () => {
        // The clock may have been set back.
        const leftMs = closesAtMs - clock.nowMs()
        if (leftMs > 0) {
          wait(leftMs)
          return
        }
        close(open).catch((err: unknown) => {
          // A board that is gone for good took its votes along.
          if (err instanceof DomainError && ['vote_not_found', 'board_not_found'].includes(err.code)) return
          logger.error(
            { boardId, roundId: id, err },
            'A vote could not be closed when its time was over. It is tried again.',
          )
          wait(againAfterMs)
        })
      })
    }
    wait(closesAtMs - clock.nowMs())
  }

  return { close, watch }
}
