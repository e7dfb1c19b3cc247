import { applyCommand } from '#shared/session/apply-command.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import type { Commander } from '#shared/session/session.ts'
import { type SessionView, viewOf } from '#shared/session/view.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'
import type { Outcome, Sending, SessionDesk } from './session-desk.ts'

export type CommandRequest = {
  /** The same for every try: said twice it counts once. Names the step that the command adds. */
  readonly key: string
  /** What the person saw when she said it. */
  readonly version: number
  readonly command: SessionCommand
}

/** `later`: nobody answered, so it may have arrived or not; or the server did, and was too busy to take it. */
export type Answer =
  | { readonly status: 'taken' | 'stale'; readonly session: SessionView }
  | { readonly status: 'later'; readonly isBusy: boolean }
  | { readonly status: 'refused'; readonly code: Extract<Outcome, { status: 'refused' }>['code'] }

export type LiveDeskPorts = {
  /** As message 101 tells it. */
  readonly heard: Readable<SessionView | undefined>
  readonly self: Readable<Commander | undefined>
  readonly nowMs: () => number
  readonly newId: () => string
  readonly post: (request: CommandRequest) => Promise<Answer>
  /** Resolves when it may be tried again: after a while, or when there is a line. */
  readonly wait: (attempt: number) => Promise<void>
}

/** After that many tries, some two minutes, what a person said is too old to be meant. */
const mostAttempts = 20

type Said = {
  readonly request: CommandRequest
  /** The step that she saw when she said it: known, or expected of what she had said before. */
  readonly stepId: string | undefined
  readonly tell: (outcome: Outcome) => void
}

/**
 * Shows at once what a command will do, by the rules that the server has too, and sends one after the other: the second
 * is meant on what the first made of the session.
 */
export function createLiveDesk({ heard, self, nowMs, newId, post, wait }: LiveDeskPorts): SessionDesk & {
  stop(): void
} {
  const session = createWritable<SessionView | undefined>(heard.get())
  const sending = createWritable<Sending>('idle')
  let known = heard.get()
  let queue: readonly Said[] = []
  let isBusy = false
  let isStopped = false

  const show = () => {
    const by = self.get()
    const expected = by ? queue.reduce((view, said) => expect(view, said, by), known) : known
    session.set(expected)
  }
  const expect = (view: SessionView | undefined, said: Said, by: Commander) => {
    if (!view || isDone(view, said)) return view
    const { key, command } = said.request
    // The server names a step by the key, too: what is done to it before the answer, and what shows it, stays.
    const applied = applyCommand(view, command, { nowMs: nowMs(), by, newId: () => key })
    return applied.status === 'applied' ? viewOf(applied.session, by) : view
  }
  /** Answers and messages overtake each other; what is newer stays. */
  const learn = (next: SessionView | undefined) => {
    if (next && known?.id === next.id && next.version < known.version) return
    known = next
  }

  const stopHearing = heard.subscribe(() => {
    learn(heard.get())
    show()
  })

  const sendNext = async (): Promise<void> => {
    const [said] = queue
    if (!said || isBusy || isStopped) return
    isBusy = true
    sending.set('sending')
    // Of what was said before it, the sender saw the outcome: the version it made is what she meant, unless somebody
    // else has led to another step meanwhile.
    const isMeant = said.stepId === stepOf(known)
    const outcome = await deliver(isMeant && known ? { ...said.request, version: known.version } : said.request)
    queue = queue.slice(1)
    isBusy = false
    if (outcome.status !== 'done') dropRest()
    show()
    if (queue.length === 0) sending.set('idle')
    said.tell(outcome)
    void sendNext()
  }

  /** They were meant on what did not come to be. */
  const dropRest = () => {
    const rest = queue
    queue = []
    for (const { tell } of rest) tell({ status: 'stale' })
  }

  const deliver = async (request: CommandRequest): Promise<Outcome> => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await post(request)
      switch (answer.status) {
        case 'taken':
        case 'stale':
          learn(answer.session)
          return { status: answer.status === 'taken' ? 'done' : 'stale' }
        case 'refused':
          return answer
        case 'later':
          if (isStopped || attempt >= mostAttempts) return { status: 'refused', code: 'network' }
          sending.set(answer.isBusy ? 'busy' : 'waiting')
          await wait(attempt)
      }
    }
  }

  return {
    ...{ session, sending, self, nowMs },
    send(command) {
      const request = { key: newId(), version: known?.version ?? 0, command }
      return new Promise((tell) => {
        queue = [...queue, { request, stepId: stepOf(session.get()), tell }]
        show()
        void sendNext()
      })
    },
    stop() {
      isStopped = true
      stopHearing()
    },
  }
}

function stepOf(view: SessionView | undefined): string | undefined {
  return view?.run.status === 'running' ? view.run.stepId : undefined
}

/** Heard of before the answer: done once more it would show one step too many for a moment. */
function isDone(view: SessionView, { request: { key, command }, stepId }: Said): boolean {
  switch (command.type) {
    case 'add_step':
    case 'copy_step':
      return view.plan.steps.some(({ id }) => id === key)
    case 'next':
    case 'back':
    case 'jump':
      return stepOf(view) !== stepId
    default:
      return false
  }
}
