import { queryOptions } from '@tanstack/react-query'
import type { Settings } from '#shared/http/settings.ts'
import { queryKeys } from './query-keys.ts'
import { request } from './request.ts'

/** The operator's; they stay as they are until the server starts anew. */
export const settingsQuery = queryOptions({
  queryKey: queryKeys.settings,
  queryFn: ({ signal }) => request<Settings>('GET', '/api/settings', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
