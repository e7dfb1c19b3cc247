import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../api/query-keys.ts'
import { updateTemplate } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import styles from './TemplateForm.module.css'
import { putAwayQuery } from './template-query.ts'

/** Templates of the organisation that the gallery does not show, and the way back. */
export function PutAwayTemplates() {
  const { t } = useTranslation('template')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" size="small" className={styles.listPutAway} onClick={() => setIsOpen(true)}>
        {t('own.listPutAway')}
      </Button>
      {isOpen ? (
        <Dialog isOpen onClose={() => setIsOpen(false)} title={t('own.listPutAway')}>
          <PutAwayList />
        </Dialog>
      ) : null}
    </>
  )
}

function PutAwayList() {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const putAway = useQuery(putAwayQuery(language))
  const bringBack = useMutation({
    mutationFn: (id: string) => updateTemplate(id, { isPutAway: false }, language),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates }),
  })
  if (putAway.isError) return <ProblemState error={putAway.error} query={putAway} />
  if (putAway.isPending) return <Progress label={t('loading')} />
  if (putAway.data.length === 0) return <p>{t('own.nonePutAway')}</p>
  return (
    <ul>
      {putAway.data.map(({ id, title }) => (
        <li key={id} className={styles.putAway}>
          <bdi>{title}</bdi>
          <Button
            size="small"
            aria-label={t('own.bringBackNamed', { title })}
            isBusy={bringBack.isPending && bringBack.variables === id}
            onClick={() => bringBack.mutate(id)}
          >
            {t('own.bringBack')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
