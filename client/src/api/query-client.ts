import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'

const mostRetries = 2
const staleMs = 10_000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: staleMs,
        // Only what may be different in a moment is asked again.
        retry: (failures, error) => failures < mostRetries && error instanceof ProblemError && isPassing(error),
        // A laptop on a local network has no "online", and still reaches the server in the room.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

function isPassing({ code, status }: ProblemError): boolean {
  return code === 'network' || status >= 502
}
