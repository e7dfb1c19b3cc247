import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Invite } from '#shared/http/invites.ts'
import { createInvite, listInvites, updateInvite } from '../../api/invites.ts'
import { queryKeys } from '../../api/query-keys.ts'

/** A board's invitations; one for editors is made when there is none yet. */
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
  // Who opens the dialog for the first time wants the link: a facilitator with a room full of guests does not press twice.
  const isFirst = list.data?.length === 0 && create.isIdle
  const { mutate } = create
  useEffect(() => {
    if (isFirst) mutate('editor')
  }, [isFirst, mutate])
  return { list, create, change }
}
