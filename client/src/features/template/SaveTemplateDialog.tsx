import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import type { TemplateCard, TemplateWords } from '#shared/http/templates.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { saveTemplate } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { ProblemState, useProblemText } from '../problem/index.ts'
import styles from './TemplateForm.module.css'
import { TemplateForm } from './TemplateForm.tsx'
import { templatesQuery } from './template-query.ts'

type SaveTemplateDialogProps = { readonly board: Board; readonly onClose: () => void }

/** The board's zones and run of show as a template of the organisation, or as the next version of one. */
export function SaveTemplateDialog({ board, onClose }: SaveTemplateDialogProps) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const templates = useQuery(templatesQuery(language))
  return (
    <Dialog isOpen onClose={onClose} title={t('own.saveTitle')} description={t('own.saveText')}>
      {templates.isError ? (
        <ProblemState error={templates.error} query={templates} />
      ) : templates.isPending ? (
        <Progress label={t('loading')} />
      ) : (
        <SaveTemplate {...{ board, onClose }} templates={templates.data} />
      )}
    </Dialog>
  )
}

function SaveTemplate({
  board,
  templates,
  onClose,
}: SaveTemplateDialogProps & { readonly templates: readonly TemplateCard[] }) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const toast = useToast()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const own = templates.filter(({ isOwn }) => isOwn)
  const began = templates.find(({ id }) => id === board.template)
  // A board that was saved before, or began with a template of ours, is most likely saved as the next version of that.
  const likely = own.find(({ id }) => id === board.savedAs) ?? (began?.isOwn ? began : undefined)
  const [replacedId, setReplacedId] = useState(likely?.id ?? '')
  const replaced = own.find(({ id }) => id === replacedId)
  const saving = useMutation({
    mutationFn: (words: TemplateWords) =>
      saveTemplate(board.id, { ...words, ...(replaced && { template: replaced.id }) }, language),
    onSuccess: (saved) => {
      const { id, title, version } = saved
      // At once: who saves again finds it chosen.
      const withSaved = (known: readonly TemplateCard[]) => [saved, ...known.filter((each) => each.id !== id)]
      queryClient.setQueryData(templatesQuery(language).queryKey, (known) => known && withSaved(known))
      queryClient.setQueryData<Board>(queryKeys.board(board.id), (known) => known && { ...known, savedAs: id })
      void queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates })
      toast({
        text: version > 1 ? t('own.savedAgain', { title, version }) : t('own.saved', { title, mark: t('own.mark') }),
      })
      onClose()
    },
  })
  const usual = { summary: '', category: 'cafe', stage: 'idea', people: { min: 5, max: 40 } } as const
  return (
    <div className={styles.saving}>
      {own.length > 0 ? (
        <Select
          label={t('own.saveAs')}
          value={replacedId}
          onChange={({ currentTarget }) => setReplacedId(currentTarget.value)}
        >
          {likely ? <NextVersion template={likely} /> : null}
          <option value="">{t('own.newOne')}</option>
          {own.map((each) => (each === likely ? null : <NextVersion key={each.id} template={each} />))}
        </Select>
      ) : null}
      <TemplateForm
        // What is said of the one that is replaced fills it in anew.
        key={replacedId}
        given={replaced ?? { ...usual, ...began, title: board.title }}
        action={t(replaced ? 'own.saveVersion' : 'own.save')}
        problem={saving.isError ? problemText(saving.error) : undefined}
        isBusy={saving.isPending}
        onSave={saving.mutate}
        onClose={onClose}
      />
    </div>
  )
}

function NextVersion({ template: { id, title } }: { readonly template: TemplateCard }) {
  const { t } = useTranslation('template')
  return <option value={id}>{t('own.newVersion', { title })}</option>
}
