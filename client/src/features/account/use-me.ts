import { useQuery } from '@tanstack/react-query'
import { getMe } from '../../api/accounts.ts'
import { queryKeys } from '../../api/query-keys.ts'

const staleMs = 60_000

/** Who is signed in here; `account` is null for nobody. */
export function useMe() {
  return useQuery({ queryKey: queryKeys.me, queryFn: ({ signal }) => getMe(signal), staleTime: staleMs })
}
