import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { DomainError, type ErrorCode } from '#shared/errors.ts'
import { toProblem } from '../http/problem.ts'

/** Answers an upgrade as plain HTTP with a problem document, and hangs up. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode): void {
  const problem = toProblem(new DomainError(code))
  const { status } = problem
  const body = JSON.stringify(problem)
  // Half of it would stay open for as long as the other side does not hang up as well, and keep the server from stopping.
  socket.once('finish', () => socket.destroy())
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      ...(status === 401 ? ['WWW-Authenticate: Bearer'] : []),
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
