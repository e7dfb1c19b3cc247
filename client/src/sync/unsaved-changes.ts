/** Counts local changes that are not durable yet, across connections. */
export interface UnsavedChanges {
  readonly count: number
  /** @param frame - number of the sync frame that carried the change; undefined when there was no line to send it on. */
  changed(frame: number | undefined): void
  /** A step 2 carries everything that the server lacks. */
  sentAll(frame: number): void
  /** The server has dealt with this many frames of the connection. */
  saved(frames: number): void
  /** What was not acknowledged will be sent again, on the next connection. */
  disconnected(): void
}

export function createUnsavedChanges(): UnsavedChanges {
  /** Frame of each change that is on its way, in ascending order. */
  let sent: number[] = []
  let unsent = 0
  return {
    get count() {
      return sent.length + unsent
    },
    changed(frame) {
      if (frame === undefined) unsent += 1
      else sent.push(frame)
    },
    sentAll(frame) {
      for (; unsent > 0; unsent -= 1) sent.push(frame)
    },
    saved(frames) {
      sent = sent.filter((frame) => frame > frames)
    },
    disconnected() {
      unsent += sent.length
      sent = []
    },
  }
}
