import type { Request, Response } from 'express'
import { createDevice, type Device, readDevice } from '../../domain/access/device.ts'
import { deviceCookie, readCookie, signInCookie } from '../../domain/access/read-cookie.ts'
import { signInLastsMs } from '../../domain/account/accounts.ts'
import type { Secrets } from '../../domain/secrets.ts'

/** The longest a browser keeps a cookie. */
const deviceLastsMs = 400 * 24 * 60 * 60 * 1_000

/** Secure on https only: in a room the server is reached at http://<LAN address>, and must work there. */
function common(req: Request) {
  return { httpOnly: true, sameSite: 'lax', secure: req.secure, path: '/' } as const
}

export function setSignInCookie(req: Request, res: Response, token: string): void {
  res.cookie(signInCookie, token, { ...common(req), maxAge: signInLastsMs })
}

export function clearSignInCookie(req: Request, res: Response): void {
  res.clearCookie(signInCookie, common(req))
}

/** The device that asks, if it has a cookie of ours. */
export function deviceOf(secrets: Secrets, req: Request): Device | undefined {
  return readDevice(secrets, readCookie(req.headers.cookie, deviceCookie))
}

/** Makes the device one that is known from now on. */
export function rememberDevice(secrets: Secrets, req: Request, res: Response): Device {
  const device = deviceOf(secrets, req) ?? createDevice(secrets)
  setDeviceCookie(req, res, device)
  return device
}

export function setDeviceCookie(req: Request, res: Response, { cookie }: Device): void {
  res.cookie(deviceCookie, cookie, { ...common(req), maxAge: deviceLastsMs })
}
