import { DomainError } from '#shared/errors.ts'
import type { Session } from '#shared/session/session.ts'
import { dueRecordOf } from './left-step.ts'
import type { SaidCommand, SessionStore } from './session-store.ts'

/** A session as it was and as it has become; the same where there was nothing to change. */
export type Changed = { readonly before: Session; readonly after: Session }

/**
 * The order in which a board's session changes. Each change is made of what the one before it made, and handed to the
 * store at once, so that a hundred hands that go up together share a few commits. Nobody is told of one that is not
 * stored.
 */
export interface SessionHeads {
  /**
   * @param next - what the session becomes; the same where nothing changes. It may be asked again, of another session,
   *   when somebody else's change has come between. What it throws refuses the change.
   * @throws {DomainError} `no_session`, `store_unavailable`
   */
  change(boardId: string, next: (session: Session) => Session, said?: SaidCommand): Promise<Changed>
}

type Head = { readonly loaded: Promise<Session | undefined>; session: Session | undefined; users: number }

const mostAttempts = 3

export function createSessionHeads(
  store: Pick<SessionStore, 'current' | 'save' | 'hasCommand'>,
  onChanged: (changed: Changed) => void,
): SessionHeads {
  const heads = new Map<string, Head>()

  const take = (boardId: string): Head => {
    const known = heads.get(boardId)
    const head: Head = known ?? { loaded: store.current(boardId), session: undefined, users: 0 }
    head.users += 1
    heads.set(boardId, head)
    return head
  }
  /** The store is the truth again once nobody changes anything. */
  const release = (boardId: string, head: Head) => {
    head.users -= 1
    if (head.users === 0) forget(boardId, head)
  }
  const forget = (boardId: string, head: Head) => {
    if (heads.get(boardId) === head) heads.delete(boardId)
  }

  /** @returns undefined when what is stored was not what this change was made of. */
  const attempt = async (
    boardId: string,
    next: (session: Session) => Session,
    said: SaidCommand | undefined,
  ): Promise<Changed | undefined> => {
    const head = take(boardId)
    try {
      const before = head.session ?? (await head.loaded)
      // Whoever waited for the same load has gone first.
      const latest = head.session ?? before
      if (!latest) throw new DomainError('no_session')
      const after = next(latest)
      if (after === latest && !said) return { before: latest, after }
      head.session = after
      const isSaved = await store.save(latest, after, said, dueRecordOf({ before: latest, after })).catch((cause) => {
        forget(boardId, head)
        throw cause
      })
      if (!isSaved) {
        forget(boardId, head)
        return undefined
      }
      if (after !== latest) onChanged({ before: latest, after })
      return { before: latest, after }
    } finally {
      release(boardId, head)
    }
  }

  return {
    async change(boardId, next, said) {
      for (let i = 0; i < mostAttempts; i += 1) {
        const changed = await attempt(boardId, next, said)
        if (changed) return changed
        const now = await store.current(boardId)
        // The same command came twice at once: the other one did it.
        if (now && said && (await store.hasCommand(now.id, said.by.participantId, said.key)))
          return { before: now, after: now }
      }
      throw new DomainError('store_unavailable')
    },
  }
}
