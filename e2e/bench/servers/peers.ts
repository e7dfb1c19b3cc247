import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as encoding from 'lib0/encoding'
import type { Line } from '../load/dialect.ts'
import { askMemory, type BenchServer, endProcess, probeArguments, type ServerName } from './bench-server.ts'
import { firstStep1 } from './ours.ts'
import { pinnedTo, serverCore } from './pinning.ts'

export type PeerName = Exclude<ServerName, 'ours'>

const peersDir = join(import.meta.dirname, '../peers')
let rooms = 0

/** Another server, installed by the benchmark's own set-up, in its usual configuration. */
export async function startPeer(name: PeerName): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tablecloth-bench-'))
  const script = [...probeArguments, join(peersDir, `${name}.mjs`), join(dataDir, 'documents.sqlite')]
  const [command = process.execPath, ...rest] = [...pinnedTo(serverCore), process.execPath, ...script]
  const child = spawn(command, rest, {
    cwd: peersDir,
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    // What a peer prints of its troubles under load is its own affair; that it ends is ours.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} has no process`)
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended before it listened`)))
  ended.catch(() => undefined)
  const [message] = await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(20_000) }), ended])

  return {
    name,
    pid,
    async lines({ people, rooms: count = 1 }) {
      return Array.from({ length: count }, () => {
        rooms += 1
        const line = lineTo(name, message.port, `room-${rooms}`)
        return Array.from({ length: people }, () => line)
      }).flat()
    },
    memory: () => askMemory(child),
    async stop() {
      await endProcess(child)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function lineTo(name: PeerName, port: number, room: string): Line {
  const origin = `ws://127.0.0.1:${port}`
  const plain = { prefix: '', isExtended: false }
  switch (name) {
    case 'relay':
      return { ...plain, url: `${origin}/${room}`, hello: [], isSyncing: false }
    case 'y-websocket-server':
      return { ...plain, url: `${origin}/${room}`, hello: [firstStep1], isSyncing: true }
    case 'hocuspocus': {
      const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, room))
      const hello = [authentication(prefix), Buffer.concat([prefix, Buffer.from(firstStep1, 'base64')])]
      return {
        url: `${origin}/`,
        prefix: Buffer.from(prefix).toString('base64'),
        hello: hello.map((bytes) => Buffer.from(bytes).toString('base64')),
        isSyncing: true,
        isExtended: false,
      }
    }
  }
}

/** Hocuspocus waits for a token before it listens to anything else, also where nobody asked it to check one. */
function authentication(prefix: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'bench')
  })
}
