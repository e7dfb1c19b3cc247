import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { describeStart, originHere } from './start-message.ts'

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
