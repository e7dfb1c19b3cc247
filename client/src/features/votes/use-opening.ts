import { useMutation } from '@tanstack/react-query'
import { nanoid } from 'nanoid'
import { useTranslation } from 'react-i18next'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import { isPassing, problemCode } from '../../api/problem-error.ts'
import { openVote } from '../../api/votes.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useVotesPlace } from './votes-context.ts'

type Given = { readonly title: string; readonly setup: VoteSetup }

const mostAttempts = 4

/** Opens a round; after a lost answer the same is sent again, so that it is opened once. */
export function useOpening() {
  const { boardId } = useVotesPlace()
  const { t } = useTranslation('errors')
  const toast = useToast()
  const opening = useMutation({
    mutationFn: ({ title, setup, key }: Given & { readonly key: string }) => openVote(boardId, { key, title, setup }),
    retry: (failures, error) => failures < mostAttempts && isPassing(problemCode(error)),
    onError: (error) => toast({ text: t(problemCode(error)) }),
  })
  return {
    isOpening: opening.isPending,
    open: (given: Given, onOpened?: () => void) =>
      opening.mutate({ ...given, key: nanoid() }, onOpened ? { onSuccess: onOpened } : {}),
  }
}
