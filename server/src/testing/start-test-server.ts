import { cp } from 'node:fs/promises'
import { type Logger, pino } from 'pino'
import { type RunningServer, startServer } from '../compose-server.ts'
import { type Config, readConfig } from '../config.ts'
import { type SystemClock, systemClock } from '../system/system-clock.ts'
import { makeTempDir } from './temp-dir.ts'

/** The whole server, as it runs, in this process: on a free port, with a data directory of its own. */
export type TestServer = {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string
  readonly dataDir: string
  /** Acts as the administrator: `Authorization: Bearer <adminToken>`. */
  readonly adminToken: string
  readonly links: RunningServer['links']
  readonly routes: RunningServer['routes']
  /** Stops it and removes its data, unless they were handed in. */
  stop(): Promise<void>
}

export async function startTestServer(
  options: {
    readonly config?: Partial<Config>
    readonly clock?: SystemClock
    readonly clientDir?: string
    readonly log?: Logger
  } = {},
): Promise<TestServer> {
  const adminToken = 'token-of-the-test-operator'
  const temp = options.config?.dataDir === undefined ? await makeTempDir() : undefined
  const dataDir = options.config?.dataDir ?? temp?.path ?? ''
  const config = {
    ...readConfig({ HOST: '127.0.0.1', PORT: '0', ADMIN_TOKEN: adminToken }),
    ...options.config,
    dataDir,
  }
  const server = await startServer(config, {
    log: options.log ?? pino({ level: 'silent' }),
    clock: options.clock ?? systemClock,
    version: '0.0.0-test',
    clientDir: options.clientDir ?? dataDir,
  })
  return {
    url: `http://127.0.0.1:${server.port}`,
    dataDir,
    adminToken,
    links: server.links,
    routes: server.routes,
    async stop() {
      await server.stop()
      await temp?.remove()
    },
  }
}

/** A server on what is stored of another, which goes on: as after pulling its plug. */
export async function startOnCopyOf(
  server: TestServer,
  options: { readonly clock?: SystemClock } = {},
): Promise<TestServer> {
  const dir = await makeTempDir()
  await cp(server.dataDir, dir.path, { recursive: true })
  const copy = await startTestServer({ ...options, config: { dataDir: dir.path } })
  return {
    ...copy,
    async stop() {
      await copy.stop()
      await dir.remove()
    },
  }
}
