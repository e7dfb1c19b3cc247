export const signInCookie = 'tablecloth_sign_in'
export const deviceCookie = 'tablecloth_device'

/** @param header - The raw Cookie header. Our values are base64url and dots: nothing in them is escaped. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return undefined
}
