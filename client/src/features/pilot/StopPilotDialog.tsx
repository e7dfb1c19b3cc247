import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pilot } from '#shared/http/pilots.ts'
import { maxChallengeLength } from '#shared/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'
import { useUpdatePilot } from './use-update-pilot.ts'

/** A stopped pilot is worth something only with its reason, so that nobody starts the same one again unknowing. */
export function StopPilotDialog({ pilot, onClose }: { readonly pilot: Pilot; readonly onClose: () => void }) {
  const { t } = useTranslation('pilot')
  const problemText = useProblemText()
  const [reason, setReason] = useState(pilot.stoppedReason)
  const [hasTried, setHasTried] = useState(false)
  const isMissing = reason.trim() === ''
  const update = useUpdatePilot(pilot.id)
  const submit = () => {
    setHasTried(true)
    if (isMissing || update.isPending) return
    update.mutate({ stage: 'stopped', stoppedReason: reason }, { onSuccess: onClose })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('stop.title', { title: pilot.title })} description={t('stop.text')}>
      <Form onSubmit={submit} problem={update.isError ? problemText(update.error) : undefined}>
        <TextArea
          label={t('stop.reason')}
          required
          dir="auto"
          maxLength={maxChallengeLength}
          value={reason}
          error={hasTried && isMissing ? t('check.reason') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('stop.keep')}</Button>
          <Button kind="primary" type="submit" isBusy={update.isPending}>
            {t('stop.action')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
