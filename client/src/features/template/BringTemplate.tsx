import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { queryKeys } from '../../api/query-keys.ts'
import { importTemplate } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import { readFaults } from './read-faults.ts'
import { TemplateFaults } from './TemplateFaults.tsx'

/** A template that somebody has as a file: chosen, sent, shown; or all that is wrong with it. */
export function BringTemplate() {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const [, setParams] = useSearchParams()
  const toast = useToast()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const picker = useRef<HTMLInputElement>(null)
  const { mutate, reset, status, error, variables } = useMutation({
    mutationFn: (file: File) => importTemplate(file, language),
    onSuccess: async ({ id, title }) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates })
      reset()
      setParams({ template: id })
      toast({ text: t('own.brought', { title }) })
    },
  })
  return (
    <>
      <Button onClick={() => picker.current?.click()}>{t('own.bring')}</Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('own.bring')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) mutate(file)
          // The same file may be chosen again, once it is mended.
          currentTarget.value = ''
        }}
      />
      {status === 'pending' || status === 'error' ? (
        <Dialog isOpen onClose={reset} title={t(error ? 'import.failed' : 'import.title', { name: variables.name })}>
          {error ? (
            <>
              <p role="alert">{problemText(error)}</p>
              <TemplateFaults {...readFaults(error)} />
              <p>{t('import.nothing')}</p>
              <DialogActions>
                <Button onClick={reset}>{t('import.close')}</Button>
              </DialogActions>
            </>
          ) : (
            <Progress label={t('import.reading')} />
          )}
        </Dialog>
      ) : null}
    </>
  )
}
