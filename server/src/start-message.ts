import type { Config } from './config.ts'
import { listNetworkOrigins } from './system/network-origins.ts'

const allInterfaces = new Set(['0.0.0.0', '::', '[::]'])

/** What a person at the terminal sees first: where it is, and how the first administrator comes in. */
export function describeStart(config: Config, port: number, linkSecret: string | undefined): string {
  const here = originHere(config, port)
  const inNetwork = allInterfaces.has(config.host) ? listNetworkOrigins(port) : []
  const lines = [
    `Tablecloth is running at ${here}`,
    ...inNetwork.filter((origin) => origin !== here).map((origin) => `  in this network: ${origin}`),
    ...(linkSecret === undefined
      ? []
      : [
          '',
          'There is no account yet. Open this link once to become the administrator:',
          `  ${linkUrl(here, linkSecret)}`,
        ]),
  ]
  return `${lines.join('\n')}\n`
}

/** The address that a link printed on this machine's terminal should have. */
export function originHere(config: Config, port: number): string {
  if (config.publicUrl !== undefined) return config.publicUrl
  const host = allInterfaces.has(config.host) ? 'localhost' : config.host
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
}

export function linkUrl(origin: string, secret: string): string {
  return `${origin}/welcome/${secret}`
}
