import { maxQueuedBytes, maxQueuedMessages } from '#shared/limits.ts'

/** What a client sends while its access is checked and the board loads: kept in order, within limits. */
export interface WaitingFrames {
  /** False when it is too much to keep. */
  push(frame: Uint8Array): boolean
  /** Hands them over in order and forgets them. */
  drain(take: (frame: Uint8Array) => void): void
}

export function createWaitingFrames(): WaitingFrames {
  let frames: Uint8Array[] = []
  let bytes = 0
  return {
    push(frame) {
      frames.push(frame)
      bytes += frame.byteLength
      return frames.length <= maxQueuedMessages && bytes <= maxQueuedBytes
    },
    drain(take) {
      const waiting = frames
      frames = []
      bytes = 0
      for (const frame of waiting) take(frame)
    },
  }
}
