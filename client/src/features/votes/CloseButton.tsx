import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenVote } from '#shared/session/votes/round.ts'
import { problemCode } from '../../api/problem-error.ts'
import { closeVote } from '../../api/votes.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useVoters } from './use-voters.ts'
import { muchLeftIn } from './voters.ts'
import { useVotesPlace } from './votes-context.ts'

/** Closing is for good: while many dots are left it asks first. */
export function CloseButton({ round }: { readonly round: OpenVote }) {
  const { t } = useTranslation('votes')
  const { t: tError } = useTranslation('errors')
  const { boardId } = useVotesPlace()
  const toast = useToast()
  const left = muchLeftIn(useVoters(round))
  const [isAsking, setIsAsking] = useState(false)
  const closing = useMutation({
    mutationFn: () => closeVote(boardId, round.id),
    onError: (error) => toast({ text: tError(problemCode(error)) }),
    onSettled: () => setIsAsking(false),
  })
  return (
    <>
      <Button kind="primary" isBusy={closing.isPending} onClick={() => (left ? setIsAsking(true) : closing.mutate())}>
        {t('close.action')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('close.title')}
        description={
          left ? t('close.left', { count: left.dots, people: t('people', { count: left.people }) }) : t('close.text')
        }
        action={t('close.action')}
        isBusy={closing.isPending}
        onConfirm={() => closing.mutate()}
      />
    </>
  )
}
