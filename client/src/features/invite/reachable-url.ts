/** Names under which a machine reaches only itself. */
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A link that other devices cannot open, because it leads back to the machine it was made on. */
export function isLoopback(url: string): boolean {
  return loopbackHosts.has(new URL(url).hostname)
}

/** The same link by another address of the same server. */
export function withOrigin(url: string, origin: string): string {
  const { pathname, search, hash } = new URL(url)
  return new URL(`${pathname}${search}${hash}`, origin).href
}
