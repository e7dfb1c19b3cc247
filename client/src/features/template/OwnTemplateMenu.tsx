import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { TemplateCard, TemplateWords } from '#shared/http/templates.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { templateFileUrl, updateTemplate } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { download } from '../../ui/download.ts'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'

/** What may be done with a template of the organisation; a new version of it is made on a board. */
export function OwnTemplateMenu({ template }: { readonly template: TemplateCard }) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const [, setParams] = useSearchParams()
  const toast = useToast()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [isChanging, setIsChanging] = useState(false)
  const [isLookingBack, setIsLookingBack] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates })
  const say = (error: unknown) => toast({ text: problemText(error) })
  const change = useMutation({
    mutationFn: (words: TemplateWords) => updateTemplate(template.id, words, language),
    onSuccess: async () => {
      await refresh()
      setIsChanging(false)
    },
  })
  const { mutate: putAway } = useMutation({
    mutationFn: () => updateTemplate(template.id, { isPutAway: true }, language),
    onError: say,
    onSuccess: () => {
      // The gallery comes first: this preview is of a template that it is about to lose.
      setParams({})
      const undo = () => void updateTemplate(template.id, { isPutAway: false }, language).then(refresh, say)
      toast({ text: t('own.isPutAway', { title: template.title }), undo })
      return refresh()
    },
  })
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('own.menu')}>
            <Ellipsis size={20} aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setIsChanging(true)}>{t('own.change')}</MenuItem>
        <MenuItem onSelect={() => setIsLookingBack(true)}>{t('own.versions')}</MenuItem>
        <MenuItem onSelect={() => download(templateFileUrl(template.id))}>{t('own.download')}</MenuItem>
        <MenuItem onSelect={() => putAway()}>{t('own.putAway')}</MenuItem>
      </Menu>
      {isLookingBack ? <TemplateVersions template={template} onClose={() => setIsLookingBack(false)} /> : null}
      {isChanging ? (
        <Dialog
          isOpen
          onClose={() => setIsChanging(false)}
          title={t('own.changeTitle')}
          description={t('own.changeText')}
        >
          <TemplateForm
            given={template}
            action={t('own.saveChanges')}
            problem={change.isError ? problemText(change.error) : undefined}
            isBusy={change.isPending}
            onSave={change.mutate}
            onClose={() => setIsChanging(false)}
          />
        </Dialog>
      ) : null}
    </>
  )
}
