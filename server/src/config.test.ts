import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: resolve('data'),
      publicUrl: undefined,
      trustProxy: false,
      adminToken: undefined,
      tldrawLicenseKey: undefined,
    })
  })

  test('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', ADMIN_TOKEN: '' })).toEqual(readConfig({}))
  })

  test('lists every fault, each with the name of its variable', () => {
    const start = () =>
      readConfig({ PORT: 'abc', ADMIN_TOKEN: 'short', PUBLIC_URL: 'ftp://x', DATABASE_URL: 'postgres://' })
    expect(start).toThrow(ConfigError)
    for (const name of ['PORT', 'ADMIN_TOKEN', 'PUBLIC_URL', 'DATABASE_URL'])
      expect(start).toThrow(new RegExp(`^${name} `, 'm'))
  })

  test.each(['DATABASE_URL', 'REDIS_URL', 'S3_BUCKET'])('refuses %s until it is supported', (name) => {
    expect(() => readConfig({ [name]: 'x' })).toThrow(`${name} is set, but`)
  })

  test.each(['65536', '-1', '3000x', '99999'])('refuses the port %s', (port) => {
    expect(() => readConfig({ PORT: port })).toThrow('must be a port number')
  })

  test('keeps only the origin of PUBLIC_URL and refuses a path', () => {
    expect(readConfig({ PUBLIC_URL: 'https://board.example.org/' }).publicUrl).toBe('https://board.example.org')
    expect(() => readConfig({ PUBLIC_URL: 'https://example.org/board' })).toThrow('without a path')
  })

  test.each([
    ['true', 1],
    ['2', 2],
    ['false', false],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['loopback, 2001:db8::/32', 'loopback, 2001:db8::/32'],
  ])('reads TRUST_PROXY=%s as %s', (value, expected) => {
    expect(readConfig({ TRUST_PROXY: value }).trustProxy).toBe(expected)
  })

  test.each(['nginx', '10.0.0.0/', '10.0.0.0/64', '10.0.0', 'loopback,', '-1'])('refuses TRUST_PROXY=%s', (value) => {
    expect(() => readConfig({ TRUST_PROXY: value })).toThrow(/^TRUST_PROXY must be/)
  })

  test.each(['with a space in it', 'schlüssel-zum-server'])(
    'refuses an ADMIN_TOKEN that no header can carry: %s',
    (token) => {
      expect(() => readConfig({ ADMIN_TOKEN: token })).toThrow(/^ADMIN_TOKEN must/)
    },
  )
})
