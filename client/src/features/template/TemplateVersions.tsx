import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateCard, TemplateVersion } from '#shared/http/templates.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { listTemplateVersions, restoreTemplateVersion, templatePictureUrl } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { When } from '../../i18n/When.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Picture } from '../../ui/Picture.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useColorScheme } from '../preferences/index.ts'
import { ProblemState, useProblemText } from '../problem/index.ts'
import styles from './TemplateForm.module.css'

type TemplateVersionsProps = { readonly template: TemplateCard; readonly onClose: () => void }

/** What a template was, when and by whom, and the way back to it. */
export function TemplateVersions({ template, onClose }: TemplateVersionsProps) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const toast = useToast()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const { id } = template
  const versions = useQuery({
    queryKey: queryKeys.templateVersions(id),
    queryFn: ({ signal }) => listTemplateVersions(id, signal),
  })
  const restore = useMutation({
    mutationFn: (version: number) => restoreTemplateVersion(id, version, language),
    onError: (error) => toast({ text: problemText(error) }),
    onSuccess: async ({ title }, number) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates })
      toast({ text: t('own.restored', { title, number }) })
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('own.versionsTitle', { title: template.title })}
      description={t('own.versionsText')}
    >
      {versions.isError ? <ProblemState error={versions.error} query={versions} /> : null}
      {versions.isPending ? <Progress label={t('loading')} /> : null}
      <ol className={styles.versions}>
        {versions.data?.map((version, i) => (
          <VersionRow
            key={version.version}
            {...{ version }}
            isNewest={i === 0}
            isBusy={restore.isPending && restore.variables === version.version}
            onRestore={() => restore.mutate(version.version)}
          />
        ))}
      </ol>
    </Dialog>
  )
}

type VersionRowProps = {
  readonly version: TemplateVersion
  readonly isNewest: boolean
  readonly isBusy: boolean
  readonly onRestore: () => void
}

function VersionRow({ version, isNewest, isBusy, onRestore }: VersionRowProps) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const scheme = useColorScheme()
  const [isShown, setIsShown] = useState(false)
  const { version: number, title, atMs, byName } = version
  return (
    <li className={styles.version}>
      <div className={styles.versionWords}>
        <strong>
          {t('own.version', { number })}
          {isNewest ? ` · ${t('own.newest')}` : ''}
        </strong>
        <bdi>{title}</bdi>
        <span className={styles.path}>
          <When atMs={atMs} /> · <bdi>{byName ?? t('own.byOperator')}</bdi>
        </span>
      </div>
      <div className={styles.versionWays}>
        <Button
          size="small"
          aria-expanded={isShown}
          aria-label={t('own.lookAt', { number })}
          onClick={() => setIsShown(!isShown)}
        >
          {t(isShown ? 'own.hide' : 'own.look')}
        </Button>
        {isNewest ? null : (
          <Button size="small" aria-label={t('own.restoreTo', { number })} isBusy={isBusy} onClick={onRestore}>
            {t('own.restore')}
          </Button>
        )}
      </div>
      {isShown ? (
        <div className={styles.versionPicture}>
          <Picture url={templatePictureUrl(version, scheme, language, 'whole')} />
        </div>
      ) : null}
    </li>
  )
}
