import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevealRequest } from '#shared/http/layers.ts'
import { reveal } from '../../api/layers.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import { useSessionPlace } from './session-context.ts'
import { useWords } from './use-words.ts'

export type RevealDialogProps = {
  readonly request: RevealRequest
  readonly count: number
  readonly isAnonymous: boolean
  /** The step of writing alone runs: what comes after it stays hidden. */
  readonly isStillWriting: boolean
  readonly onClose: () => void
}

/** What everybody has seen cannot be hidden again: so it is asked about. */
export function RevealDialog({ request, count, isAnonymous, isStillWriting, onClose }: RevealDialogProps) {
  const { t } = useTranslation('session')
  const { board } = useSessionPlace()
  const { zoneName } = useWords()
  const toast = useToast()
  const problemText = useProblemText()
  const [isBusy, setIsBusy] = useState(false)
  const confirm = () => {
    setIsBusy(true)
    reveal(board.id, request)
      .then(
        ({ shapeCount }) => (shapeCount === 0 ? toast({ text: t('reveal.nothing') }) : undefined),
        (error: unknown) => toast({ text: problemText(error) }),
      )
      .finally(onClose)
  }
  const title = {
    all: () => t('reveal.titleAll', { count }),
    zone: () => t('reveal.titleZone', { count, zone: request.scope === 'zone' ? zoneName(request.zone) : '' }),
    own: () => t('reveal.titleOwn', { count }),
  }[request.scope]()
  const later = isStillWriting ? t('reveal.stillWriting') : ''
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={title}
      description={`${t(isAnonymous ? 'reveal.textAnonymous' : 'reveal.textNamed')} ${later}`.trim()}
      action={t('reveal.action')}
      kind="primary"
      isBusy={isBusy}
      onConfirm={confirm}
    />
  )
}
