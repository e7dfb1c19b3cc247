import { z } from 'zod/mini'
import type { SessionMessage } from '#shared/protocol/session.ts'
import { type SessionView, sessionViewSchema, viewAfter } from '#shared/session/view.ts'
import type { VotesNews } from '#shared/session/votes/round.ts'
import { createWritable, type Readable } from './readable.ts'
import type { ServerTime } from './server-time.ts'

/** The board's session and its votes as the server tells them. They stay as they were while the line is gone. */
export interface SessionState {
  readonly session: Readable<SessionView | undefined>
  /** Undefined where nobody has voted lately. */
  readonly votes: Readable<VotesNews | undefined>
  readonly alone: Readable<Readonly<Record<string, number>> | undefined>
  take(message: SessionMessage): void
}

const answerSchema = z.object({ session: sessionViewSchema, serverNowMs: z.number() })

/** @param ask - `GET /api/boards/:id/session`; undefined when there was no answer. */
export function createSessionState(ports: {
  readonly time: ServerTime
  readonly ask: () => Promise<unknown>
}): SessionState {
  const session = createWritable<SessionView | undefined>(undefined)
  const votes = createWritable<VotesNews | undefined>(undefined)
  const alone = createWritable<Readonly<Record<string, number>> | undefined>(undefined)
  let isAsking = false

  const isNews = ({ id, version }: SessionView) => {
    const known = session.get()
    return !known || known.id !== id || known.version < version
  }
  /** What it is about is not known here: something was missed. */
  const askForWhole = async () => {
    if (isAsking) return
    isAsking = true
    const answer = answerSchema.safeParse(await ports.ask())
    isAsking = false
    if (!answer.success) return
    ports.time.heard(answer.data.serverNowMs)
    if (isNews(answer.data.session)) session.set(answer.data.session)
  }

  return {
    session,
    votes,
    alone,
    take(message) {
      if (message.serverNowMs !== undefined) ports.time.heard(message.serverNowMs)
      // The first message of a line says all there is.
      const saysAll = 'people' in message
      if (message.votes !== undefined || saysAll) votes.set(message.votes)
      if (message.alone !== undefined || saysAll) alone.set(message.alone ?? {})
      if (message.session === undefined) {
        if (saysAll) session.set(undefined)
        return
      }
      if (message.session === null) {
        session.set(undefined)
        return
      }
      const next = viewAfter(session.get(), message.session)
      if (next) session.set(next)
      else void askForWhole()
    },
  }
}
