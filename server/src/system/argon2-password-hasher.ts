import { hash, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../domain/secrets.ts'

/** OWASP's second choice of parameters for Argon2id (the library's default algorithm): 19 MiB, two passes. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function createArgon2PasswordHasher(): PasswordHasher {
  return {
    hash: (password) => hash(password, options),
    isMatch: (passwordHash, password) => verify(passwordHash, password),
  }
}
