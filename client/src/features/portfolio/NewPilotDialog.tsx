import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createPilot } from '../../api/pilots.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { useMe } from '../account/index.ts'
import { PilotFields, type PilotWords } from '../pilot/index.ts'
import { useProblemText } from '../problem/index.ts'

export function NewPilotDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('pilot')
  const { data: me } = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [words, setWords] = useState<PilotWords>({
    title: '',
    challenge: '',
    department: '',
    owner: me?.account?.name ?? '',
  })
  const [hasTried, setHasTried] = useState(false)
  const isUntitled = words.title.trim() === ''
  const creation = useMutation({
    mutationFn: () => createPilot(words),
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
        <PilotFields words={words} onChange={setWords} isTitleMissed={hasTried && isUntitled} />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={creation.isPending}>
            {t('newPilot.action')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
