import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pilot } from '#shared/http/pilots.ts'
import { maxChallengeLength, maxPersonNameLength, maxTitleLength } from '#shared/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'
import { useUpdatePilot } from './use-update-pilot.ts'

export function EditPilotDialog({ pilot, onClose }: { readonly pilot: Pilot; readonly onClose: () => void }) {
  const { t } = useTranslation('pilot')
  const problemText = useProblemText()
  const [title, setTitle] = useState(pilot.title)
  const [challenge, setChallenge] = useState(pilot.challenge)
  const [department, setDepartment] = useState(pilot.department)
  const [owner, setOwner] = useState(pilot.owner)
  const isUntitled = title.trim() === ''
  const update = useUpdatePilot(pilot.id)
  const submit = () => {
    if (isUntitled || update.isPending) return
    update.mutate({ title, challenge, department, owner }, { onSuccess: onClose })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('edit.title')}>
      <Form onSubmit={submit} problem={update.isError ? problemText(update.error) : undefined}>
        <Field
          label={t('field.title')}
          required
          dir="auto"
          maxLength={maxTitleLength}
          value={title}
          error={isUntitled ? t('check.title') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextArea
          label={t('field.challenge')}
          dir="auto"
          maxLength={maxChallengeLength}
          value={challenge}
          onChange={(event) => setChallenge(event.currentTarget.value)}
        />
        <Field
          label={t('field.departmentLong')}
          dir="auto"
          maxLength={maxTitleLength}
          value={department}
          onChange={(event) => setDepartment(event.currentTarget.value)}
        />
        <Field
          label={t('field.owner')}
          dir="auto"
          maxLength={maxPersonNameLength}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={update.isPending}>
            {t('edit.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
