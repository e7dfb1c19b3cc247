import { describe, expect, test } from 'vitest'
import { createOriginCheck, isFromHere } from './origin-check.ts'

const isOwn = createOriginCheck('https://tablecloth.example.org')
const noToken = { token: undefined }

describe('where a request comes from', () => {
  test.each([
    ['its own page', { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }, true],
    ['its own page behind a proxy that ends TLS', { origin: 'https://board.lan', host: 'board.lan' }, true],
    ['PUBLIC_URL, when the proxy rewrites Host', { origin: 'https://tablecloth.example.org', host: 'app:3000' }, true],
    ['another site', { origin: 'https://evil.example', host: 'board.lan' }, false],
    ['another port', { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
    ['a sandboxed frame', { origin: 'null', host: 'board.lan' }, false],
    ['PUBLIC_URL with another scheme', { origin: 'http://tablecloth.example.org', host: 'app:3000' }, false],
    ['a program without cookie and origin', { host: 'board.lan' }, true],
    ['a cookie without an origin', { host: 'board.lan', cookie: 'a=b' }, false],
  ])('%s', (_name, headers, expected) => {
    expect(isFromHere(isOwn, headers, noToken)).toBe(expected)
  })

  test('a token makes up for a missing origin, never for a foreign one', () => {
    expect(isFromHere(isOwn, { host: 'x', cookie: 'a=b' }, { token: 't' })).toBe(true)
    expect(isFromHere(isOwn, { host: 'x', origin: 'https://evil.example' }, { token: 't' })).toBe(false)
  })
})
