import { parseArgs } from 'node:util'
import type { ServerName } from './servers/bench-server.ts'
import type { PeerName } from './servers/peers.ts'

export type Options = {
  /** By name, in the order in which they run. */
  readonly scenarios: readonly string[]
  readonly servers: readonly ServerName[]
  readonly isShort: boolean
  readonly runs: number
  /** Everything was measured in the full form: the page may be written. */
  readonly isWhole: boolean
}

/** What can be asked for: those that run by themselves, and those that run only when named. */
export type Offer = { readonly usual: readonly string[]; readonly long: readonly string[] }

const peerNames: readonly PeerName[] = ['y-websocket-server', 'hocuspocus', 'relay']

export function usage({ usual, long }: Offer): string {
  return `npm run bench -- [options]
  --short               one run of each with fewer people and less time; writes no page
  --long                also what takes minutes: ${long.join(', ')}
  --scenarios <names>   only these, with commas between them: ${[...usual, ...long].join(', ')}
  --peers <names>       beside which servers: ${peerNames.join(', ')}; or none
  --runs <number>       how often each is measured; the medians are shown (3; short: 1)
  --help`
}

/** @throws {Error} with a sentence, for what it does not know. @returns undefined when help was asked for. */
export function readOptions(args: readonly string[], offer: Offer): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      scenarios: { type: 'string' },
      peers: { type: 'string' },
      runs: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const runs = Number(values.runs ?? (values.short ? 1 : 3))
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no number of runs.`)
  const all = [...offer.usual, ...offer.long]
  const wanted = choose(values.scenarios, all, 'scenario') ?? (values.long ? all : offer.usual)
  const peers = values.peers === 'none' ? [] : (choose(values.peers, peerNames, 'server') ?? peerNames)
  return {
    scenarios: wanted,
    servers: ['ours', ...peers],
    isShort: values.short,
    runs,
    isWhole: !values.short && offer.usual.every((name) => wanted.includes(name)) && peers.length === peerNames.length,
  }
}

function choose<Name extends string>(list: string | undefined, known: readonly Name[], what: string) {
  return list?.split(',').map((name) => {
    const found = known.find((each) => each === name.trim())
    if (!found) throw new Error(`There is no ${what} "${name}". There are: ${known.join(', ')}.`)
    return found
  })
}
