import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { describeStart, explainFailure, originHere } from './start-message.ts'

test('the first lines name the address and the one-time link', () => {
  const lines = describeStart(readConfig({ HOST: '127.0.0.1' }), 3000, 'secret').split('\n')
  expect(lines[0]).toBe('Tablecloth is running at http://127.0.0.1:3000')
  expect(lines).toContain('  http://127.0.0.1:3000/welcome/secret')
})

test('nothing is said of a link once there is an account', () => {
  expect(describeStart(readConfig({ HOST: '127.0.0.1' }), 3000, undefined)).not.toContain('welcome')
})

test.each([
  [{}, 'http://localhost:4000'],
  [{ HOST: '::1' }, 'http://[::1]:4000'],
  [{ PUBLIC_URL: 'https://tablecloth.example.org' }, 'https://tablecloth.example.org'],
])('with %j people on this machine use %s', (variables, origin) => {
  expect(originHere(readConfig(variables), 4000)).toBe(origin)
})

describe('a server that cannot start says in a sentence why', () => {
  const failure = (fields: Record<string, string>) => Object.assign(new Error('raw'), fields)
  test.each([
    ['the port', { syscall: 'listen', code: 'EADDRINUSE' }, 'The port is taken'],
    ['the port', { syscall: 'listen', code: 'EACCES' }, 'may not listen on this port'],
    ['HOST', { syscall: 'getaddrinfo', code: 'ENOTFOUND' }, 'HOST is no address of this machine'],
    ['HOST', { syscall: 'listen', code: 'EADDRNOTAVAIL' }, 'HOST is no address of this machine'],
    ['DATA_DIR', { syscall: 'mkdir', code: 'EACCES' }, 'cannot write in DATA_DIR'],
    ['DATA_DIR', { code: 'SQLITE_CANTOPEN' }, 'cannot write in DATA_DIR'],
  ])('when %s is at fault (%o)', (_what, fields, sentence) => {
    expect(explainFailure(failure(fields))).toContain(sentence)
  })

  test('and shows the whole of an error that is ours', () => {
    expect(explainFailure(failure({ code: 'EACCES', syscall: 'open' }))).toContain('start-message.test.ts')
  })
})
