/** Records that were changed here and are not durable yet, across connections. */
export interface UnsavedChanges {
  readonly count: number
  /** @param frame - number of the sync frame that carried the change; undefined when there was no line to send it on. */
  changed(recordIds: Iterable<string>, frame: number | undefined): void
  /** Those of which a change is not in the document yet, in place of any before; no frame carries it. */
  waiting(recordIds: Iterable<string>): void
  /** A step 2 carries everything that the server lacks. */
  sentAll(frame: number): void
  /** The server has dealt with this many frames of the connection. @returns the records that are durable with it. */
  saved(frames: number): string[]
  /** What was not acknowledged will be sent again, on the next connection. */
  disconnected(): void
}

/** @param unsavedIds - What waits from an earlier visit. */
export function createUnsavedChanges(unsavedIds: Iterable<string> = []): UnsavedChanges {
  /** The frame that carried the last change of each. */
  const frames = new Map<string, number | undefined>()
  for (const id of unsavedIds) frames.set(id, undefined)
  let waiting = new Set<string>()
  return {
    get count() {
      return frames.size + [...waiting].filter((id) => !frames.has(id)).length
    },
    waiting(recordIds) {
      waiting = new Set(recordIds)
    },
    changed(recordIds, frame) {
      for (const id of recordIds) frames.set(id, frame)
    },
    sentAll(frame) {
      for (const [id, sent] of frames) if (sent === undefined) frames.set(id, frame)
    },
    saved(count) {
      const durable = [...frames].flatMap(([id, frame]) => (frame !== undefined && frame <= count ? [id] : []))
      for (const id of durable) frames.delete(id)
      return durable
    },
    disconnected() {
      for (const id of frames.keys()) frames.set(id, undefined)
    },
  }
}
