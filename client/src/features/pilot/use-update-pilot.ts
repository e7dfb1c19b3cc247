import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Pilot } from '#shared/http/pilots.ts'
import { updatePilot } from '../../api/pilots.ts'
import { queryKeys } from '../../api/query-keys.ts'

export function useUpdatePilot(pilotId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Parameters<typeof updatePilot>[1]) => updatePilot(pilotId, body),
    onSuccess: (pilot: Pilot) => {
      queryClient.setQueryData(queryKeys.pilot(pilotId), pilot)
      void queryClient.invalidateQueries({ queryKey: queryKeys.pilots, exact: true })
    },
  })
}
