// @vitest-environment node
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { openBoardConnection } from '../../sync/open-board-connection.ts'
import { type ScriptedServer, startScriptedServer } from '../../sync/testing/scripted-server.ts'
import { savingState } from './saving-state.ts'

/**
 * Real sockets, hurried timers: five minutes without a line take a second. The device's clock is what the fake timers
 * say, and what a test sets it to.
 */
let server: ScriptedServer
let connection: BoardConnection
let monotonicMs: number
let device: EventTarget

beforeEach(async () => {
  server = await startScriptedServer()
  server.isDiligent = true
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  monotonicMs = 0
  device = new EventTarget()
  connection = openBoardConnection({
    ...{ boardId: 'board-one', token: 'a-token', origin: server.origin },
    machine: {
      ...{ WebSocket: WebSocket as never, random: () => 0.5, monotonicMs: () => monotonicMs },
      window: device as never,
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) as never,
    },
  })
})
afterEach(async () => {
  connection.close()
  vi.useRealTimers()
  await server.stop()
})

const stepMs = 100

async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    monotonicMs += stepMs
    await vi.advanceTimersByTimeAsync(stepMs)
    // What the sockets have to say in this time.
    for (let i = 0; i < 4; i += 1) await turn()
  }
}

async function passUntil(what: string, isSo: () => boolean, atMostMs: number): Promise<number> {
  for (let passed = 0; passed <= atMostMs; passed += stepMs) {
    if (isSo()) return passed
    await pass(stepMs)
  }
  throw new Error(`not within ${atMostMs} ms: ${what}, but ${words()}`)
}

function words(): string {
  const facts = {
    connection: connection.connection.get(),
    saving: connection.saving.get(),
    line: connection.line.get(),
    ...{ isKept: true, pictures: 0 },
  }
  const state = savingState(facts)
  return 'count' in state ? `${state.kind} ${state.count}` : state.kind
}

const write = (name: string) => connection.doc.getMap('records').set(`shape:${name}`, { id: `shape:${name}` })
const isSaved = () => words() === 'saved'

const outages = {
  'refuses everybody': (isOut: boolean) => {
    server.isRefusing = isOut
    if (isOut) for (const line of server.sockets) line.terminate()
  },
  'answers nobody, and breaks no line': (isOut: boolean) => {
    server.isUnreachable = isOut
  },
}

describe.each(Object.entries(outages))('[CN4] a server that %s', (kind, setOut) => {
  test.each([3, 30, 300])(
    'for %i s costs nothing, is told in time, and is left behind within seconds',
    async (seconds) => {
      await passUntil('online', isSaved, 5_000)
      write('before')
      await passUntil('saved', isSaved, 2_000)
      setOut(true)
      write('during')
      await pass(200)
      expect(words()).toBe(kind === 'refuses everybody' ? 'kept 1' : 'saving 1')
      await pass(seconds * 1_000 - 200)
      if (seconds > 12) expect(words()).toBe('kept 1')
      write('late')
      setOut(false)
      // A half-open line looks like a slow one for a while: only its silence tells.
      const isHalfOpen = kind !== 'refuses everybody' && seconds < 30
      await passUntil('all saved', isSaved, isHalfOpen ? 34_000 : 9_000)
      expect([...server.doc.getMap('records').keys()].sort()).toEqual(['shape:before', 'shape:during', 'shape:late'])
      write('after')
      await passUntil('saved', isSaved, 2_000)
    },
  )
})

describe('[CN4] a device that has found another network', () => {
  test('leaves the line that died with the old one within seconds', async () => {
    await passUntil('online', isSaved, 5_000)
    server.isUnreachable = true
    write('between')
    await pass(1_000)
    server.isUnreachable = false
    device.dispatchEvent(new Event('online'))
    await passUntil('all saved', isSaved, 8_000)
    expect([...server.doc.getMap('records').keys()]).toEqual(['shape:between'])
  })

  test('keeps a line that is full, and slow to answer', async () => {
    await passUntil('online', isSaved, 5_000)
    server.isDiligent = false
    device.dispatchEvent(new Event('online'))
    for (let seconds = 0; seconds < 12; seconds += 1) {
      await pass(1_000)
      server.saveAll()
    }
    expect(connection.line.get().quality).toBe('silent')
    expect(server.sockets).toHaveLength(1)
  })
})

describe('[CN4] a device whose clock', () => {
  test.each([
    ['is set back by three hours', -3],
    ['is set forward by three hours', 3],
  ])('%s notices a dead line and comes back all the same', async (_name, hours) => {
    await passUntil('online', isSaved, 5_000)
    vi.setSystemTime(Date.now() + hours * 3_600_000)
    await pass(6_000)
    await passUntil('saved', isSaved, 8_000)
    server.isUnreachable = true
    write('during')
    await passUntil('kept', () => words() === 'kept 1', 12_000)
    await pass(40_000)
    server.isUnreachable = false
    await passUntil('all saved', isSaved, 17_000)
    expect(connection.line.get().quality).toBe('good')
    expect(connection.line.get().roundTripMs ?? 0).toBeLessThan(1_000)
  })
})
