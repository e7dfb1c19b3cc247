import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ErrorCode, errorKinds } from '#shared/errors.ts'

/** Answers an upgrade as plain HTTP with a problem document, and hangs up. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode): void {
  const { status, title } = errorKinds[code]
  const body = JSON.stringify({ type: 'about:blank', title, status, code })
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
