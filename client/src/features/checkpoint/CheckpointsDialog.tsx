import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import type { Checkpoint } from '#shared/http/checkpoints.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { ProblemState, useProblemText } from '../problem/index.ts'
import { CheckpointRow } from './CheckpointRow.tsx'
import styles from './CheckpointsDialog.module.css'
import { LookDialog } from './LookDialog.tsx'
import { SaveCheckpointForm } from './SaveCheckpointForm.tsx'
import { useCheckpointWords } from './use-checkpoint-words.ts'
import { type RestoreUndo, useCheckpoints } from './use-checkpoints.ts'

export type CheckpointsDialogProps = {
  readonly board: Board
  readonly onClose: () => void
  readonly onRestoring: (undo: RestoreUndo) => void
}

type Step = { readonly step: 'look' | 'restore' | 'delete'; readonly checkpoint: Checkpoint }

/** Save the board as it is, look at what it was, and go back there. */
export function CheckpointsDialog({ board, onClose, onRestoring }: CheckpointsDialogProps) {
  const { t } = useTranslation('checkpoint')
  const { language } = useLanguage()
  const problemText = useProblemText()
  const toast = useToast()
  const { nameOf } = useCheckpointWords()
  const { list, save, restore, remove } = useCheckpoints(board.id, onRestoring)
  const [asked, setAsked] = useState<Step>()
  const done = () => setAsked(undefined)
  const failure = save.error ?? restore.error ?? remove.error

  const onSave = (title: string) =>
    save.mutateAsync(title).then(
      (checkpoint) => {
        toast({ text: t('save.done', { name: nameOf(checkpoint) }) })
        return true
      },
      () => false,
    )

  return (
    <Dialog isOpen onClose={onClose} title={t('title')} description={t('what')} size="large">
      <div className={styles.content}>
        <SaveCheckpointForm
          isBusy={save.isPending}
          problem={failure ? problemText(failure) : undefined}
          onSave={onSave}
        />
        {list.isPending ? <Progress label={t('list.loading')} /> : null}
        {list.isError ? <ProblemState error={list.error} query={list} /> : null}
        {list.data?.length === 0 ? <p className={styles.soft}>{t('list.none')}</p> : null}
        {list.data && list.data.length > 0 ? (
          <ul className={styles.list} aria-label={t('list.title')}>
            {list.data.map((checkpoint) => (
              <CheckpointRow
                key={checkpoint.id}
                checkpoint={checkpoint}
                onLook={() => setAsked({ step: 'look', checkpoint })}
                onRestore={() => setAsked({ step: 'restore', checkpoint })}
                onDelete={() => setAsked({ step: 'delete', checkpoint })}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {asked?.step === 'look' ? (
        <LookDialog
          checkpoint={asked.checkpoint}
          onClose={done}
          onRestore={() => setAsked({ ...asked, step: 'restore' })}
        />
      ) : null}
      {asked?.step === 'restore' ? (
        <ConfirmDialog
          isOpen
          onClose={done}
          title={t('restore.title', { name: nameOf(asked.checkpoint) })}
          description={t('restore.text', { when: formatMoment(asked.checkpoint.createdAtMs, language) })}
          action={t('restore.confirm')}
          isBusy={restore.isPending}
          onConfirm={() => restore.mutate(asked.checkpoint, { onSettled: done })}
        />
      ) : null}
      {asked?.step === 'delete' ? (
        <ConfirmDialog
          isOpen
          onClose={done}
          title={t('delete.title', { name: nameOf(asked.checkpoint) })}
          description={t('delete.text')}
          action={t('delete.confirm')}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(asked.checkpoint, { onSettled: done })}
        />
      ) : null}
    </Dialog>
  )
}
