import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getNetworkAddresses } from '../../api/invites.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { isLoopback, withOrigin } from './reachable-url.ts'

/** Addresses to choose from are there only on the machine that runs the server; everybody else's link is right as it is. */
export type Addresses = {
  readonly origins: readonly string[]
  readonly origin: string | undefined
  readonly choose: (origin: string) => void
}

export function useReachableUrl(): { addresses: Addresses; reachable: (url: string) => string } {
  const isHere = isLoopback(location.href)
  const [chosen, setChosen] = useState<string>()
  const { data } = useQuery({
    queryKey: queryKeys.networkAddresses,
    queryFn: ({ signal }) => getNetworkAddresses(signal),
    enabled: isHere,
  })
  const origins = data?.origins ?? []
  const origin = chosen ?? origins[0]
  return {
    addresses: { origins, origin, choose: setChosen },
    reachable: (url) => (origin && isLoopback(url) ? withOrigin(url, origin) : url),
  }
}
