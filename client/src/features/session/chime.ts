import { createWritable, type Readable } from '../../sync/readable.ts'
import { keepOnDevice, keptOnDevice } from '../../ui/keep-on-device.ts'

const storageKey = 'tablecloth.chime'
/** A small bell: a fifth, the upper tone a moment later. */
const tones = [
  { hertz: 660, afterS: 0 },
  { hertz: 990, afterS: 0.16 },
] as const
const loudness = 0.12
const ringS = 1.4

export interface Chime {
  readonly isOn: Readable<boolean>
  turn(isOn: boolean): void
  ring(): void
  /** Waits for somebody to do something, and is quiet until then. @returns the end of it. */
  listen(): () => void
}

/** Browsers let a page sound only after somebody has done something on it; before that it stays quiet. */
export function createChime(window: Window & typeof globalThis): Chime {
  const isOn = createWritable(keptOnDevice(storageKey) !== 'off')
  const events = ['pointerdown', 'keydown'] as const
  let audio: AudioContext | undefined
  const sounding = new Set<OscillatorNode>()
  // A running one computes silence, for hours, on a battery.
  const rest = async () => {
    if (sounding.size === 0) await audio?.suspend()
  }
  const wake = () => {
    stopWaiting()
    if (!('AudioContext' in window)) return
    audio = new window.AudioContext()
    // Once under somebody's hand; from then on it may be woken without one.
    void audio.resume().then(rest).catch(leaveIt)
  }
  const stopWaiting = () => {
    for (const event of events) window.removeEventListener(event, wake, true)
  }

  return {
    isOn,
    turn(next) {
      isOn.set(next)
      keepOnDevice(storageKey, next ? null : 'off')
    },
    ring() {
      if (!isOn.get() || !audio) return
      // A phone puts it to sleep with the screen; then it stays quiet, which is what one wants.
      void audio.resume().catch(leaveIt)
      for (const { hertz, afterS } of tones) {
        const tone = sound(audio, hertz, audio.currentTime + afterS)
        sounding.add(tone)
        tone.onended = () => {
          sounding.delete(tone)
          void rest().catch(leaveIt)
        }
      }
    },
    listen() {
      if (window.navigator.userActivation?.hasBeenActive) wake()
      else for (const event of events) window.addEventListener(event, wake, true)
      return () => {
        stopWaiting()
        void audio?.close()
        audio = undefined
        sounding.clear()
      }
    },
  }
}

/** What waits for the sound ends in vain when it is closed, or put to sleep by a phone: then there is nothing to do. */
function leaveIt(): void {}

function sound(audio: AudioContext, hertz: number, atS: number): OscillatorNode {
  const tone = new OscillatorNode(audio, { frequency: hertz })
  const volume = new GainNode(audio, { gain: 0 })
  volume.gain.setValueAtTime(0, atS)
  volume.gain.linearRampToValueAtTime(loudness, atS + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, atS + ringS)
  tone.connect(volume).connect(audio.destination)
  tone.start(atS)
  tone.stop(atS + ringS)
  return tone
}
