import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything the environment decides. Read once, at start; nothing else reads `process.env`. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** Where people reach the server, as an origin without a trailing slash; undefined: as each request says. */
  readonly publicUrl: string | undefined
  /** What Express calls "trust proxy": a number of hops, addresses, or false. */
  readonly trustProxy: number | string | false
  readonly adminToken: string | undefined
  readonly tldrawLicenseKey: string | undefined
}

/** The environment is not right; the message lists every fault, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const minAdminTokenLength = 16

/** An empty variable is an unset one: that is how compose files and shells "unset". */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const notYet = (what: string) =>
  optional(z.never({ error: `is set, but ${what} is not supported yet. Unset it to use the data directory.` }))

const environment = z.object({
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535.')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535.'),
  ),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address like https://tablecloth.example.org.' }).refine((url) => {
      const { pathname, search, hash } = new URL(url)
      return pathname === '/' && !search && !hash
    }, 'must be an address without a path, like https://tablecloth.example.org.'),
  ),
  TRUST_PROXY: optional(
    z
      .string()
      .refine(
        (value) => /^(true|false|\d+)$/.test(value) || value.split(',').every(isProxyAddress),
        'must be a number of proxies, or their addresses, like 10.0.0.0/8 or loopback, with commas between them.',
      ),
  ),
  ADMIN_TOKEN: optional(
    z
      .string()
      .min(minAdminTokenLength, `must have at least ${minAdminTokenLength} characters.`)
      .regex(/^[!-~]*$/, 'must be of letters, digits and signs that an HTTP header carries, without spaces.'),
  ),
  TLDRAW_LICENSE_KEY: optional(z.string()),
  DATABASE_URL: notYet('PostgreSQL'),
  REDIS_URL: notYet('Redis'),
  S3_ENDPOINT: notYet('an S3 store'),
  S3_BUCKET: notYet('an S3 store'),
  S3_URL: notYet('an S3 store'),
})

/** @throws {ConfigError} with every fault, not only the first. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(variables)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'))
  }
  const env = parsed.data
  return {
    port: env.PORT ?? 3000,
    host: env.HOST ?? '0.0.0.0',
    dataDir: resolve(env.DATA_DIR ?? './data'),
    publicUrl: env.PUBLIC_URL === undefined ? undefined : new URL(env.PUBLIC_URL).origin,
    trustProxy: readTrustProxy(env.TRUST_PROXY),
    adminToken: env.ADMIN_TOKEN,
    tldrawLicenseKey: env.TLDRAW_LICENSE_KEY,
  }
}

/** An address, a range of them, or one of Express's names for a range. */
function isProxyAddress(text: string): boolean {
  const value = text.trim()
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(value) ?? []
  const version = isIP(address)
  return version !== 0 && Number(bits ?? 0) <= (version === 4 ? 32 : 128)
}

/** "true" means one proxy in front: trusting every hop would let anybody choose the address she is limited by. */
function readTrustProxy(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === 'false' || value === '0') return false
  if (value === 'true') return 1
  return /^\d+$/.test(value) ? Number(value) : value
}
