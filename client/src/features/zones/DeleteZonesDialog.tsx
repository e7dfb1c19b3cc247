import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import type { OpenVote } from '#shared/session/votes/round.ts'
import { problemCode } from '../../api/problem-error.ts'
import { closeVote } from '../../api/votes.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { AskedZone } from '../../canvas/zoning/canvas-zones.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useZoneWords } from './use-zone-words.ts'
import { usesOf } from './zone-uses.ts'
import styles from './zones.module.css'

type DeleteZonesDialogProps = {
  readonly zones: readonly AskedZone[]
  readonly canvas: CanvasHandle
  readonly boardId: string
  readonly vote: OpenVote | undefined
  readonly session: SessionView | undefined
}

/** Says what ends, and what stays, when zones go in which something goes on. A vote is closed first: its dots count. */
export function DeleteZonesDialog({ zones, canvas, boardId, vote, session }: DeleteZonesDialogProps) {
  const { t } = useTranslation('zones')
  const { t: tError } = useTranslation('errors')
  const { list, stepTitle, removed } = useZoneWords(session)
  const toast = useToast()
  const uses = usesOf(
    zones.map(({ key }) => key),
    { vote, session },
  )
  const deleting = useMutation({
    mutationFn: async (voteId: string | undefined) => {
      if (voteId !== undefined) await closeVote(boardId, voteId)
    },
    // Deleting itself needs no line, and waits for none.
    networkMode: 'always',
    onSuccess: () => {
      const gone = canvas.zoning.answer(true)
      if (gone) toast(removed(gone))
    },
    onError: (error) => toast({ text: tError(problemCode(error)) }),
  })
  const { running, coming } = uses
  const dots = (uses.vote?.voters ?? []).reduce((sum, { used }) => sum + used.dots + used.superVotes, 0)
  const facts = [
    ...(uses.vote ? [t('ask.vote', { count: dots })] : []),
    ...(running ? [t(uses.holdsWriting ? 'ask.kept' : 'ask.running', { step: stepTitle(running) })] : []),
    ...(coming.length > 0 ? [t('ask.coming', { count: coming.length, steps: list(coming.map(stepTitle)) })] : []),
    t('ask.stays'),
  ]
  return (
    <ConfirmDialog
      isOpen
      onClose={() => canvas.zoning.answer(false)}
      title={t('ask.title', { count: zones.length, zones: list(zones.map(({ heading }) => heading)) })}
      description={t('ask.text')}
      action={t(uses.vote ? 'ask.closeAndDelete' : 'ask.delete', { count: zones.length })}
      isBusy={deleting.isPending}
      onConfirm={() => deleting.mutate(uses.vote?.id)}
    >
      <ul className={styles.consequences}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}
