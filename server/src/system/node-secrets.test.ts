import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { longSecretPattern } from '../domain/secrets.ts'
import { makeTempDir, type TempDir } from '../testing/temp-dir.ts'
import { createNodeSecrets, loadServerKey } from './node-secrets.ts'

let dir: TempDir
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(() => dir.remove())

describe('the server key', () => {
  test('is made once, for its user alone', async () => {
    const key = loadServerKey(dir.path)
    expect(key.byteLength).toBe(32)
    expect(loadServerKey(dir.path)).toEqual(key)
    expect((await stat(join(dir.path, 'server.key'))).mode & 0o777).toBe(0o600)
  })

  test('that is damaged stops the start: another one would make every link another one', async () => {
    await writeFile(join(dir.path, 'server.key'), 'half')
    expect(() => loadServerKey(dir.path)).toThrow('damaged')
  })
})

describe('secrets', () => {
  test('have the shape of a long secret, random or derived', () => {
    const secrets = createNodeSecrets(loadServerKey(dir.path))
    expect(secrets.newSecret()).toMatch(longSecretPattern)
    expect(secrets.derive('invite:1')).toMatch(longSecretPattern)
    expect(secrets.newSecret()).not.toBe(secrets.newSecret())
  })

  test('derived for one purpose are the same after a restart, and others for another purpose or server', () => {
    const key = loadServerKey(dir.path)
    const derived = createNodeSecrets(key).derive('invite:1')
    expect(createNodeSecrets(key).derive('invite:1')).toBe(derived)
    expect(createNodeSecrets(key).derive('invite:2')).not.toBe(derived)
    expect(createNodeSecrets(new Uint8Array(32)).derive('invite:1')).not.toBe(derived)
  })
})
