/**
 * Where to go after signing in. Only a path of this site: an address in a link must not send people elsewhere, and
 * `//host` and `/\host` are other hosts to a browser.
 */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}
