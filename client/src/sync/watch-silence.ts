import type { WebsocketProvider } from 'y-websocket'

/**
 * Breaks off a line on which nothing has come for too long, and an attempt that nobody answers, and tries anew. Browsers
 * wait for minutes, and y-websocket goes by the time of day, which somebody may set back by hours.
 */
export interface SilenceWatch {
  heard(): void
  /** @returns how long nothing has come, of whatever kind. */
  quietMs(): number
  /** @returns whether what there is of a line is not worth waiting for, when somebody wants one now. */
  isStuck(): boolean
  stop(): void
}

/** The server says something at least every 15 s. */
const silentTooLongMs = 30_000
/** The same, when there is reason to doubt: the machine has slept, or found another network. */
const doubtfulAfterMs = 20_000
/** An attempt that began while there was no line sleeps longer and longer between its tries. */
const attemptMs = 8_000
/** On a line so slow, or so full, that this is too short. */
const patientAttemptMs = 16_000
const patientEvery = 3
/** Two round trips of a poor line. */
const freshAttemptMs = 1_500
const lookEveryMs = 3_000

type Line = Pick<WebsocketProvider, 'wsconnected' | 'wsconnecting' | 'connect' | 'disconnect' | 'on'>

export function watchSilence(provider: Line, monotonicMs: () => number): SilenceWatch {
  let heardAtMs = monotonicMs()
  let triedAtMs = monotonicMs()
  let attempts = 0
  let attempt: ReturnType<typeof setTimeout> | undefined

  const beginAnew = () => {
    provider.disconnect()
    provider.connect()
  }
  provider.on('status', ({ status }) => {
    clearTimeout(attempt)
    heardAtMs = monotonicMs()
    if (status === 'connected') attempts = 0
    if (status !== 'connecting') return
    attempts += 1
    triedAtMs = monotonicMs()
    attempt = setTimeout(
      () => {
        if (provider.wsconnecting) beginAnew()
      },
      attempts % patientEvery === 0 ? patientAttemptMs : attemptMs,
    )
  })
  const look = setInterval(() => {
    if (provider.wsconnected && monotonicMs() - heardAtMs > silentTooLongMs) beginAnew()
  }, lookEveryMs)

  return {
    heard() {
      heardAtMs = monotonicMs()
    },
    quietMs: () => monotonicMs() - heardAtMs,
    isStuck() {
      if (provider.wsconnected) return monotonicMs() - heardAtMs > doubtfulAfterMs
      return provider.wsconnecting && monotonicMs() - triedAtMs > freshAttemptMs
    },
    stop() {
      clearTimeout(attempt)
      clearInterval(look)
    },
  }
}
