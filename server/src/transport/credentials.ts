import type { IncomingMessage } from 'node:http'
import type { Credentials } from '../domain/board/board-member.ts'

/** @returns what the request carries to say who is asking; the scheme's name is not case-sensitive (RFC 9110, 11.1). */
export function readCredentials(req: Pick<IncomingMessage, 'headers'>): Credentials {
  const [, token] = /^Bearer +(\S+) *$/i.exec(req.headers.authorization ?? '') ?? []
  return { token, cookie: req.headers.cookie }
}
