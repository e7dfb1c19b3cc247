/**
 * Returns `next` with every part that equals the same part of `current` taken from `current`.
 *
 * tldraw's geometry cache keys on the identity of `props`: without this a remote move would measure a note's text anew,
 * and an equal but new `richText` would make an open text editor set its content again.
 */
export function shareStructure<T>(current: unknown, next: T): T
export function shareStructure(current: unknown, next: unknown): unknown {
  if (Object.is(current, next)) return current
  if (Array.isArray(current) && Array.isArray(next)) {
    const items = next.map((item, i) => shareStructure(current[i], item))
    const isEqual = items.length === current.length && items.every((item, i) => Object.is(item, current[i]))
    return isEqual ? current : items
  }
  if (isPlainObject(current) && isPlainObject(next)) {
    const names = Object.keys(next)
    const shared: Record<string, unknown> = {}
    let isEqual = names.length === Object.keys(current).length
    for (const name of names) {
      shared[name] = shareStructure(current[name], next[name])
      if (!Object.hasOwn(current, name) || !Object.is(shared[name], current[name])) isEqual = false
    }
    return isEqual ? current : shared
  }
  return next
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
