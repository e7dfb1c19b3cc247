/** Ids, secrets and what is derived from them: randomness is handed in, so that the domain stays plain. */
export interface Secrets {
  /** 21 url-safe characters. */
  newId(): string
  /** 256 random bits, in the shape of `longSecretPattern`. */
  newSecret(): string
  /** Six characters that people do not misread. */
  newInviteCode(): string
  /** SHA-256, in hexadecimal: the only form in which a secret is stored. */
  hash(secret: string): string
  /**
   * The same secret for the same purpose on this server, in the shape of `longSecretPattern`. From a key in the data
   * directory, so that a link can be shown again although only its hash is stored.
   */
  derive(purpose: string): string
}

/** Argon2id. */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  isMatch(passwordHash: string, password: string): Promise<boolean>
}

/** 32 bytes in base64url. Nothing that a person types has this shape. */
export const longSecretPattern = /^[A-Za-z0-9_-]{43}$/
