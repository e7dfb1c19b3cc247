import { createHash, createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { customAlphabet, nanoid } from 'nanoid'
import { inviteCodeAlphabet, inviteCodeLength } from '#shared/ids.ts'
import type { Secrets } from '../domain/secrets.ts'

const keyBytes = 32

/** @param key - From `loadServerKey`. */
export function createNodeSecrets(key: Uint8Array): Secrets {
  const newInviteCode = customAlphabet(inviteCodeAlphabet, inviteCodeLength)
  return {
    newId: () => nanoid(),
    newSecret: () => randomBytes(32).toString('base64url'),
    newInviteCode: () => newInviteCode(),
    hash: (secret) => createHash('sha256').update(secret).digest('hex'),
    derive: (purpose) => createHmac('sha256', key).update(purpose).digest('base64url'),
  }
}

/** The server's own key, made on first start and readable by its user only. Belongs to every backup. */
export function loadServerKey(dataDir: string): Uint8Array {
  const path = join(dataDir, 'server.key')
  return readKey(path) ?? makeKey(path)
}

function readKey(path: string): Uint8Array | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
    if (key.byteLength !== keyBytes) throw new Error(`${path} is damaged: put it back from a backup.`)
    return key
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function makeKey(path: string): Uint8Array {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, randomBytes(keyBytes).toString('base64url'))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    // A link, not a rename: of two processes that start on a new data directory, both end with the first one's key.
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  const key = readKey(path)
  if (!key) throw new Error(`${path} could not be written.`)
  return key
}
