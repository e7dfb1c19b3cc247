/** Tells whether a request that says where it comes from comes from our own pages. */
export type OriginCheck = (origin: string, host: string | undefined) => boolean

/**
 * Only the host is compared with `Host`: behind a proxy that ends TLS the server does not see the scheme. PUBLIC_URL
 * helps where the proxy rewrites `Host`, and is compared whole.
 */
export function createOriginCheck(publicUrl: string | undefined): OriginCheck {
  return (origin, host) => {
    if (origin === publicUrl) return true
    // "null" (a sandboxed frame, a file) is no URL, and so foreign.
    return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
  }
}

/**
 * Whether a request may change something, by where it comes from. Without an Origin it is no browser's cross-site
 * request; with a cookie it must say where it comes from all the same, for a cookie is sent whether one wants or not.
 */
export function isFromHere(
  isOwn: OriginCheck,
  headers: { origin?: string | undefined; host?: string | undefined; cookie?: string | undefined },
  hasToken: { readonly token: string | undefined },
): boolean {
  if (headers.origin !== undefined) return isOwn(headers.origin, headers.host)
  return hasToken.token !== undefined || headers.cookie === undefined
}
