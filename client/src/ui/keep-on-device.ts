/** Keeps a small choice on this device. Where storage is switched off the choice lasts as long as the page. */
export function keepOnDevice(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Private windows of some browsers refuse; there is nothing to tell anybody.
  }
}

export function keptOnDevice(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // As above: without storage there is nothing kept.
    return null
  }
}
