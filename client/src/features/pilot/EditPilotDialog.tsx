import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pilot } from '#shared/http/pilots.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'
import { PilotFields, type PilotWords } from './PilotFields.tsx'
import { useUpdatePilot } from './use-update-pilot.ts'

export function EditPilotDialog({ pilot, onClose }: { readonly pilot: Pilot; readonly onClose: () => void }) {
  const { t } = useTranslation('pilot')
  const problemText = useProblemText()
  const { title, challenge, department, owner } = pilot
  const [words, setWords] = useState<PilotWords>({ title, challenge, department, owner })
  const isUntitled = words.title.trim() === ''
  const update = useUpdatePilot(pilot.id)
  const submit = () => {
    if (!isUntitled && !update.isPending) update.mutate(words, { onSuccess: onClose })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('edit.title')}>
      <Form onSubmit={submit} problem={update.isError ? problemText(update.error) : undefined}>
        <PilotFields words={words} onChange={setWords} isTitleMissed={isUntitled} />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={update.isPending}>
            {t('edit.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
