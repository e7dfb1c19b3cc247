import { WebSocket } from 'ws'
import type { SeededRandom } from './seeded-random.ts'

const maxDelayMs = 20
const dropsOneIn = 150

/**
 * A WebSocket for y-websocket's provider whose frames are late, in order, and whose line now and then breaks without a
 * word, with frames still on their way.
 */
export function shakySocket(random: SeededRandom): typeof WebSocket {
  return class ShakySocket extends WebSocket {
    readonly #line = createLine(random, () => this.terminate())

    override send(data: Parameters<WebSocket['send']>[0]): void {
      this.#line.out(() => {
        if (this.readyState === WebSocket.OPEN) super.send(data)
      })
    }

    override emit(event: string | symbol, ...given: unknown[]): boolean {
      if (event !== 'message') return super.emit(event, ...given)
      this.#line.in(() => super.emit(event, ...given))
      return true
    }
  }
}

function createLine(random: SeededRandom, breakOff: () => void) {
  const lane = () => {
    let last: Promise<void> = Promise.resolve()
    return (deliver: () => void) => {
      if (random.below(dropsOneIn) === 0) breakOff()
      const late = new Promise<void>((resolve) => setTimeout(resolve, random.next() * maxDelayMs))
      last = last.then(() => late).then(deliver)
    }
  }
  return { in: lane(), out: lane() }
}
