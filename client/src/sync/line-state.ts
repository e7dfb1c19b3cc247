import { MessageType } from '#shared/protocol/message-types.ts'
import { encodeEcho, readEcho } from '#shared/protocol/pace.ts'
import type { LineState } from './board-connection.ts'
import { createWritable, type Readable } from './readable.ts'
import type { ServerMessages } from './server-messages.ts'

/** Asks the server for an echo now and then, to know how long words take to come back. */
export interface LineWatch {
  readonly line: Readable<LineState>
  connected(): void
  disconnected(): void
  /** Asks at once. @param onSilent - Called when no answer comes in time. */
  check(onSilent: () => void): void
  stop(): void
}

/** Between an answer and the next question, on a good line, and on one that should be seen to get better. */
const askEveryMs = 5_000
const askPoorLineEveryMs = 2_000
const slowAboveMs = 400
/** Without an answer for this long, nothing gets through. */
export const silentAfterMs = 5_000

export function watchLine(ports: {
  readonly messages: ServerMessages
  readonly send: (frame: Uint8Array) => boolean
  readonly monotonicMs: () => number
}): LineWatch {
  const { messages, send, monotonicMs } = ports
  const line = createWritable<LineState>({ roundTripMs: undefined, quality: 'good' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let number = 0
  let asked: { readonly number: number; readonly atMs: number } | undefined

  const show = (next: LineState) => {
    const before = line.get()
    if (before.quality !== next.quality || before.roundTripMs !== next.roundTripMs) line.set(next)
  }
  const wait = (ms: number, run: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
  const ask = (onSilent?: () => void) => {
    number += 1
    if (!send(encodeEcho(number))) return
    asked = { number, atMs: monotonicMs() }
    wait(silentAfterMs, () => {
      show({ ...line.get(), quality: 'silent' })
      onSilent?.()
    })
  }

  messages.on(MessageType.echo, readEcho, (answered) => {
    if (answered !== asked?.number) return
    const roundTripMs = Math.max(0, Math.round(monotonicMs() - asked.atMs))
    asked = undefined
    const isSlow = roundTripMs > slowAboveMs
    show({ roundTripMs, quality: isSlow ? 'slow' : 'good' })
    wait(isSlow ? askPoorLineEveryMs : askEveryMs, () => ask())
  })

  const stop = () => {
    clearTimeout(timer)
    asked = undefined
  }
  return {
    line,
    connected: () => ask(),
    disconnected() {
      stop()
      show({ roundTripMs: undefined, quality: 'good' })
    },
    check: ask,
    stop,
  }
}
