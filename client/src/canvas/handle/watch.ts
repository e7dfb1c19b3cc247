import { react } from 'tldraw'
import { createWritable, type Readable } from '../../sync/readable.ts'
import { shareStructure } from '../binding/share-structure.ts'

/** Lists beside the canvas need not follow every frame of a drag. */
const listIntervalMs = 200

/**
 * A value worked out from the editor, as the page around the canvas reads it. At most a few times a second, and only
 * when something it was worked out from has changed; unchanged parts stay the same objects.
 */
export function watch<T>(name: string, read: () => T): { readonly value: Readable<T>; stop(): void } {
  const value = createWritable(read())
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = react(name, () => value.set(shareStructure(value.get(), read())), {
    scheduleEffect(execute) {
      timer ??= setTimeout(() => {
        timer = undefined
        execute()
      }, listIntervalMs)
    },
  })
  return {
    value,
    stop() {
      clearTimeout(timer)
      stop()
    },
  }
}
