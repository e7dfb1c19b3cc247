/** Yjs marks the process under this name when it is loaded, and warns on the console when the mark is there already. */
const mark = '__ $YJS$ __'

/**
 * Counts how often Yjs is loaded from now on; call it before anything imports Yjs.
 *
 * @returns a check that throws when it was loaded twice: documents of one copy are strangers to the other, and edits
 * are lost without a word.
 */
export function watchForSecondYjs(): () => void {
  let loaded = 0
  let value: unknown
  Object.defineProperty(globalThis, mark, {
    configurable: true,
    get: () => value,
    set(next: unknown) {
      loaded += 1
      value = next
    },
  })
  return () => {
    if (loaded > 1) throw new Error(`Yjs is loaded ${loaded} times. Run "npm ci" to get one copy of it.`)
  }
}
