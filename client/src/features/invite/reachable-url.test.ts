import { expect, test } from 'vitest'
import { isLoopback, withOrigin } from './reachable-url.ts'

test.each(['http://localhost:3000/', 'http://127.0.0.1:3000/', 'http://[::1]:3000/'])('%s leads nobody here', (url) => {
  expect(isLoopback(url)).toBe(true)
})

test('an address of the network can be given away as it is', () => {
  expect(isLoopback('http://192.168.1.20:3000/join/abc')).toBe(false)
  expect(isLoopback('https://localhost.example.org/')).toBe(false)
})

test('the link keeps its path by another address', () => {
  expect(withOrigin('http://localhost:3000/join/abc', 'http://192.168.1.20:3000')).toBe(
    'http://192.168.1.20:3000/join/abc',
  )
})
