import { parseArgs } from 'node:util'
import type { ServerName } from './servers/bench-server.ts'
import type { PeerName } from './servers/peers.ts'

export type Options = {
  readonly scenarios: readonly string[]
  readonly servers: readonly ServerName[]
  readonly isShort: boolean
  readonly runs: number
}

export const usage = `npm run bench -- [options]
  --short               one run of each with fewer people and less time; writes no page
  --scenarios <names>   only these, with commas between them: %SCENARIOS%
  --peers <names>       beside which servers: y-websocket-server, hocuspocus, relay; or none
  --runs <number>       how often each is measured; the medians are shown (3; short: 1)
  --help`

const peerNames: readonly PeerName[] = ['y-websocket-server', 'hocuspocus', 'relay']

/** @throws {Error} with a sentence, for what it does not know. @returns undefined when help was asked for. */
export function readOptions(args: readonly string[], scenarioNames: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      scenarios: { type: 'string' },
      peers: { type: 'string' },
      runs: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const runs = Number(values.runs ?? (values.short ? 1 : 3))
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no number of runs.`)
  const peers = values.peers === 'none' ? [] : choose(values.peers, peerNames, 'server')
  return {
    scenarios: choose(values.scenarios, scenarioNames, 'scenario'),
    servers: ['ours', ...peers],
    isShort: values.short,
    runs,
  }
}

function choose<Name extends string>(list: string | undefined, known: readonly Name[], what: string): readonly Name[] {
  if (list === undefined) return known
  return list.split(',').map((name) => {
    const found = known.find((each) => each === name.trim())
    if (!found) throw new Error(`There is no ${what} "${name}". There are: ${known.join(', ')}.`)
    return found
  })
}
