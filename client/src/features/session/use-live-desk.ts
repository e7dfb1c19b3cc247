import { nanoid } from 'nanoid'
import { useEffect, useState } from 'react'
import type { SessionNow } from '#shared/http/sessions.ts'
import type { Commander } from '#shared/session/session.ts'
import { isPassing, ProblemError } from '../../api/problem-error.ts'
import { sendSessionCommand } from '../../api/sessions.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'
import { waitForLine } from '../../sync/wait-for-line.ts'
import { type Answer, type CommandRequest, createLiveDesk } from './live-desk.ts'
import type { SessionDesk } from './session-desk.ts'

/** The desk of a board with a line; undefined until it stands. */
export function useLiveDesk(connection: BoardConnection): SessionDesk | undefined {
  const [desk, setDesk] = useState<SessionDesk>()
  useEffect(() => {
    const self = watchSelf(connection)
    const waits = waitForLine(connection)
    const made = createLiveDesk({
      heard: connection.session,
      self: self.value,
      nowMs: connection.serverNowMs,
      newId: () => nanoid(),
      post: (request) => post(connection.boardId, request),
      wait: waits.wait,
    })
    setDesk(made)
    return () => {
      made.stop()
      self.stop()
      waits.stop()
      setDesk(undefined)
    }
  }, [connection])
  return desk
}

async function post(boardId: string, request: CommandRequest): Promise<Answer> {
  try {
    const { session } = await sendSessionCommand(boardId, request)
    return { status: 'taken', session }
  } catch (error) {
    return answerOf(error)
  }
}

function answerOf(error: unknown): Answer {
  if (!(error instanceof ProblemError)) throw error
  if (error.code === 'session_stale' && hasSession(error.details)) {
    return { status: 'stale', session: error.details.session }
  }
  if (!isPassing(error.code)) return { status: 'refused', code: error.code }
  return { status: 'later', isBusy: error.code !== 'network' && error.code !== 'unreadable' }
}

/** It is our own server's, and typed by its route. */
function hasSession(details: unknown): details is Pick<SessionNow, 'session'> {
  return typeof details === 'object' && details !== null && 'session' in details
}

function watchSelf({ self, people }: BoardConnection): { value: Readable<Commander | undefined>; stop: () => void } {
  const value = createWritable<Commander | undefined>(undefined)
  const read = () => {
    const me = self.get()
    const name = people.get().find(({ participantId }) => participantId === me?.participantId)?.name ?? ''
    const before = value.get()
    if (before?.participantId === me?.participantId && before?.role === me?.role && before?.name === name) return
    // Without a line nobody is told to be here, oneself included; the name stays.
    value.set(me && { ...me, name: name || (before?.name ?? '') })
  }
  read()
  const stops = [self.subscribe(read), people.subscribe(read)]
  return { value, stop: () => stops.forEach((stop) => void stop()) }
}
