import { closeSync, openSync, statSync, utimesSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SteadyTime } from './steady-time.ts'

const fileName = 'last-time'
const explanation = 'The date of this file is the time at which the server last ran.\n'
const noteEveryMs = 60_000
/** A clock that is set back by more has stood wrong before: somebody has put it right. */
const mostBehindMs = 7 * 24 * 60 * 60 * 1_000
/** As much as the network corrects a clock by while nobody looks. */
const unnoticedMs = 5_000
/** There was no Tablecloth before: a machine that says so has lost the time. */
const earliestMs = Date.UTC(2026, 0, 1)

/**
 * Keeps the server's time from beginning again behind where it ended: a machine without a clock that runs on, as small
 * ones are, wakes up in its past. A step that runs would go on for longer, and what is kept by time would lie in disorder.
 * The time is noted once a minute, as the date of a file: that takes no space on a full disk and is never half written.
 *
 * @returns the end of noting.
 */
export function keepLastTime(dataDir: string, time: SteadyTime, log: Pick<Logger, 'warn'>): () => void {
  const path = join(dataDir, fileName)
  const lastMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (lastMs !== undefined) goOn(lastMs, path, time, log)
  const note = () => {
    try {
      const seconds = time.nowMs() / 1_000
      if (!statSync(path, { throwIfNoEntry: false })) explain(path)
      utimesSync(path, seconds, seconds)
    } catch (err) {
      log.warn(
        { err },
        'the time could not be noted: after a restart with a clock that was set back, steps would run longer',
      )
    }
  }
  note()
  const timer = setInterval(note, noteEveryMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    note()
  }
}

function goOn(lastMs: number, path: string, time: SteadyTime, log: Pick<Logger, 'warn'>): void {
  const machineMs = time.nowMs()
  const behindMs = lastMs - machineMs
  if (behindMs <= 0) return
  if (behindMs < unnoticedMs) {
    time.goOnFrom(lastMs)
    return
  }
  const facts = {
    machine: new Date(machineMs).toISOString(),
    last: new Date(lastMs).toISOString(),
    behindMinutes: Math.round(behindMs / 60_000),
  }
  if (behindMs > mostBehindMs && machineMs >= earliestMs) {
    log.warn(
      facts,
      'the machine’s clock is days behind the last run; its time is taken, and steps that run may show odd times',
    )
    return
  }
  time.goOnFrom(lastMs)
  log.warn(
    facts,
    `the machine’s clock is behind the last run, whose time goes on and nears the clock’s by half a minute in a hundred. If the clock is wrong, set it; if the last run’s was, stop the server, remove ${path}, and start it`,
  )
}

function explain(path: string): void {
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, explanation)
  } finally {
    closeSync(file)
  }
}
