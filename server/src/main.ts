import { once } from 'node:events'
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

  const signal = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  log.info({ signal: signal[0] }, 'stopping')
  setTimeout(() => {
    log.error('stopping took too long; what was acknowledged is on the disk')
    process.exit(1)
  }, stopWithinMs).unref()
  await server.stop()
  log.info('stopped')
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${explainFailure(error)}\n`)
    process.exit(1)
  },
)
