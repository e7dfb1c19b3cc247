import { networkInterfaces } from 'node:os'

/** Where other devices in the local network reach this machine, IPv4 first: it is what people can read out. */
export function listNetworkOrigins(port: number): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    // A link-local IPv6 address needs a zone, which no browser takes.
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:') && !address.startsWith('169.254.'))
  const v4 = addresses.filter(({ family }) => family === 'IPv4').map(({ address }) => address)
  const v6 = addresses.filter(({ family }) => family === 'IPv6').map(({ address }) => `[${address}]`)
  return [...v4, ...v6].map((host) => `http://${host}${port === 80 ? '' : `:${port}`}`)
}
