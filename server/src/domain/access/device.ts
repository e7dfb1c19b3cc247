import type { Secrets } from '../secrets.ts'

/** A device as its cookie names it: known by a signed secret, so that made-up ones are no device at all. */
export type Device = { readonly secret: string; readonly cookie: string }

export function createDevice(secrets: Secrets): Device {
  const secret = secrets.newSecret()
  return { secret, cookie: `${secret}.${signature(secrets, secret)}` }
}

/** @returns undefined for a cookie that this server did not make. */
export function readDevice(secrets: Secrets, cookie: string | undefined): Device | undefined {
  if (cookie === undefined) return undefined
  const [secret, signed] = cookie.split('.')
  if (!secret || !signed) return undefined
  // Hashes are compared, not the signatures themselves: how long that takes says nothing about the right one.
  return secrets.hash(signed) === secrets.hash(signature(secrets, secret)) ? { secret, cookie } : undefined
}

function signature(secrets: Secrets, secret: string): string {
  return secrets.derive(`device:${secret}`)
}
