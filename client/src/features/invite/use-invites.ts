import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Invite } from '#shared/http/invites.ts'
import { createInvite, listInvites, updateInvite } from '../../api/invites.ts'
import { queryKeys } from '../../api/query-keys.ts'

export function useInvites(boardId: string) {
  const queryClient = useQueryClient()
  const queryKey = queryKeys.invites(boardId)
  const refresh = () => queryClient.invalidateQueries({ queryKey })
  const list = useQuery({ queryKey, queryFn: ({ signal }) => listInvites(boardId, signal) })
  const create = useMutation({
    mutationFn: (role: Invite['role']) => createInvite(boardId, { role }),
    onSuccess: refresh,
  })
  const change = useMutation({
    mutationFn: ({ id, isSwitchedOff }: Pick<Invite, 'id' | 'isSwitchedOff'>) =>
      updateInvite(boardId, id, { isSwitchedOff }),
    onSuccess: refresh,
  })
  return { list, create, change }
}
