import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { maxChallengeLength, maxPersonNameLength, maxTitleLength } from '#shared/limits.ts'
import { createPilot } from '../../api/pilots.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useMe } from '../account/index.ts'
import { useProblemText } from '../problem/index.ts'

export function NewPilotDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('pilot')
  const { data: me } = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [title, setTitle] = useState('')
  const [challenge, setChallenge] = useState('')
  const [department, setDepartment] = useState('')
  const [owner, setOwner] = useState(me?.account?.name ?? '')
  const [hasTried, setHasTried] = useState(false)
  const isUntitled = title.trim() === ''
  const creation = useMutation({
    mutationFn: () => createPilot({ title, challenge, department, owner }),
    onSuccess: async (pilot) => {
      queryClient.setQueryData(queryKeys.pilot(pilot.id), pilot)
      void queryClient.invalidateQueries({ queryKey: queryKeys.pilots, exact: true })
      await navigate(`/pilots/${pilot.id}`)
    },
  })
  const submit = () => {
    setHasTried(true)
    if (!isUntitled && !creation.isPending) creation.mutate()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('newPilot.title')} description={t('newPilot.text')}>
      <Form onSubmit={submit} problem={creation.isError ? problemText(creation.error) : undefined}>
        <Field
          label={t('field.title')}
          required
          dir="auto"
          maxLength={maxTitleLength}
          value={title}
          error={hasTried && isUntitled ? t('check.title') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextArea
          label={t('field.challenge')}
          hint={t('newPilot.challengeHint')}
          isOptional
          dir="auto"
          maxLength={maxChallengeLength}
          value={challenge}
          onChange={(event) => setChallenge(event.currentTarget.value)}
        />
        <Field
          label={t('field.department')}
          hint={t('newPilot.departmentHint')}
          isOptional
          dir="auto"
          maxLength={maxTitleLength}
          value={department}
          onChange={(event) => setDepartment(event.currentTarget.value)}
        />
        <Field
          label={t('field.owner')}
          isOptional
          dir="auto"
          maxLength={maxPersonNameLength}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={creation.isPending}>
            {t('newPilot.action')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
