import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import { maxTitleLength } from '#shared/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'
import { useBoardActions } from './use-board-actions.ts'

export function RenameBoardDialog({ board, onClose }: { readonly board: Board; readonly onClose: () => void }) {
  const { t } = useTranslation('pilot')
  const problemText = useProblemText()
  const [title, setTitle] = useState(board.title)
  const { rename } = useBoardActions(board)
  const isUntitled = title.trim() === ''
  const submit = () => {
    if (!isUntitled && !rename.isPending) rename.mutate(title, { onSuccess: onClose })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('rename.title')}>
      <Form onSubmit={submit} problem={rename.isError ? problemText(rename.error) : undefined}>
        <Field
          label={t('rename.label')}
          required
          dir="auto"
          maxLength={maxTitleLength}
          value={title}
          error={isUntitled ? t('check.title') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={rename.isPending}>
            {t('rename.action')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
