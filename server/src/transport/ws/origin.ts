/**
 * Whether a request may act with a cookie it carries. Browsers always say the origin of a socket upgrade and of a
 * state-changing request; programs with a token say none and pass.
 *
 * @param host - the Host header, as the person's browser sees the server.
 * @param publicUrl - where the server says it is, behind a proxy.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | undefined,
): boolean {
  if (origin === undefined) return true
  const asked = parseHost(origin)
  if (asked === undefined) return false
  return asked === host?.toLowerCase() || (publicUrl !== undefined && asked === parseHost(publicUrl))
}

function parseHost(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}
