import { afterEach, describe, expect, test, vi } from 'vitest'
import { createChime } from './chime.ts'

/** As much of the browser's as rings: the test's own has no sound. */
class TestAudio {
  static opened: TestAudio[] = []
  state = 'suspended'
  currentTime = 0
  destination = {}
  constructor() {
    TestAudio.opened.push(this)
  }
  async resume() {
    this.state = 'running'
  }
  async suspend() {
    this.state = 'suspended'
  }
  async close() {
    this.state = 'closed'
  }
}

class TestTone {
  static started: TestTone[] = []
  onended: (() => void) | null = null
  connect(next: object) {
    return next
  }
  start() {
    TestTone.started.push(this)
  }
  stop() {}
}

class TestVolume {
  gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }
  connect(next: object) {
    return next
  }
}

function listeningChime() {
  vi.stubGlobal('AudioContext', TestAudio)
  vi.stubGlobal('OscillatorNode', TestTone)
  vi.stubGlobal('GainNode', TestVolume)
  TestAudio.opened = []
  TestTone.started = []
  const chime = createChime(window)
  const stop = chime.listen()
  window.dispatchEvent(new Event('pointerdown'))
  const [audio] = TestAudio.opened
  if (!audio) throw new Error('nothing was opened to sound with')
  return { chime, stop, audio }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the chime', () => {
  test('works on nothing between two rings', async () => {
    const { chime, stop, audio } = listeningChime()
    await vi.waitFor(() => expect(audio.state).toBe('suspended'))
    for (const ring of [1, 2]) {
      chime.ring()
      await Promise.resolve()
      expect(audio.state, `ring ${ring}`).toBe('running')
      const [first, last] = TestTone.started.splice(0)
      first?.onended?.()
      await Promise.resolve()
      expect(audio.state, 'between its tones').toBe('running')
      last?.onended?.()
      await vi.waitFor(() => expect(audio.state).toBe('suspended'))
    }
    stop()
    expect(audio.state).toBe('closed')
  })

  test('rings also in the moment in which it is woken', async () => {
    const { chime, stop, audio } = listeningChime()
    chime.ring()
    await new Promise((resolve) => setTimeout(resolve))
    expect(audio.state).toBe('running')
    expect(TestTone.started).toHaveLength(2)
    stop()
  })
})
