/** A delay that grows, as for lines: a file that is gone for good is asked for no more often than every ten seconds. */
const firstWaitMs = 500
const longestWaitMs = 10_000

/** Stylesheets that did not get here. The bundler asks for each once only, and shows what comes later without it. */
const brokenStyles = new Set<HTMLLinkElement>()
window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') brokenStyles.add(target)
  },
  true,
)

const listeners = new Set<() => void>()
let missing = 0

/** How many parts of the app were asked for and could not be fetched yet. */
export const missingParts = {
  get: () => missing,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

/**
 * Loads a part of the app for a page that is in use, however often that takes: the line may be gone for a while, or a
 * proxy answer for the server. While it waits it counts among `missingParts`. Never rejects, because who is shown a part
 * that failed loses the page around it.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  const first = await attempt(load)
  if (first) return first.part
  count(1)
  for (let failures = 1; ; failures += 1) {
    await untilWorthTrying(failures)
    const loaded = await attempt(async () => {
      await Promise.all([...brokenStyles].map(bringStyle))
      return load()
    })
    if (!loaded) continue
    count(-1)
    return loaded.part
  }
}

async function attempt<Part>(load: () => Promise<Part>): Promise<{ readonly part: Part } | undefined> {
  try {
    return { part: await load() }
  } catch {
    return undefined
  }
}

function bringStyle(broken: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    brokenStyles.delete(broken)
    const again = broken.cloneNode() as HTMLLinkElement
    again.addEventListener('load', () => resolve())
    // It is in the set again by then.
    again.addEventListener('error', reject)
    broken.replaceWith(again)
  })
}

function count(change: 1 | -1): void {
  missing += change
  for (const listener of listeners) listener()
}

/** Resolves after a while, or when the browser finds a network. */
function untilWorthTrying(failures: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)))
    window.addEventListener('online', go)
  })
}
