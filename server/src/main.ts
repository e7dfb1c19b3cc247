import { pino } from 'pino'
import { readConfig } from './config.ts'
import { describeStart, explainFailure } from './start-message.ts'
import { findClientDir, readVersion } from './system/installation.ts'
import { systemClock } from './system/system-clock.ts'
import { watchForSecondYjs } from './system/yjs-copies.ts'

/** A stop that takes longer is cut off: whoever runs the server waits ten seconds and then kills it. */
const stopWithinMs = 9_500

async function run(): Promise<void> {
  const config = readConfig(process.env)
  const assertOneYjs = watchForSecondYjs()
  // Loaded only now, so that the watch sees every copy of Yjs, and a wrong variable is told at once.
  const { startServer } = await import('./compose-server.ts')
  assertOneYjs()

  const log = pino({ base: null })
  const server = await startServer(config, {
    log,
    clock: systemClock,
    version: readVersion(),
    clientDir: findClientDir(),
  })
  const link = await server.links.issueForFirstAdministrator()
  process.stdout.write(describeStart(config, server.port, link?.secret))

  log.info({ signal: await toldToStop() }, 'stopping')
  setTimeout(() => {
    log.error('stopping took too long; what was acknowledged is on the disk')
    process.exit(1)
  }, stopWithinMs).unref()
  const isAllStored = await server.stop()
  log.info('stopped')
  if (!isAllStored) process.exitCode = 1
}

/** The first one counts. A second must not end the process in the middle of what the first began. */
function toldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal))
  })
}

run().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${explainFailure(error)}\n`)
    process.exit(1)
  },
)
