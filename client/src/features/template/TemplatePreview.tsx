import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TemplateCard } from '#shared/http/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import { CreateBoardForm } from './CreateBoardForm.tsx'
import styles from './NewBoardPage.module.css'
import { OwnTemplateMenu } from './OwnTemplateMenu.tsx'
import { RunOfShow } from './RunOfShow.tsx'
import { TemplateFacts } from './TemplateFacts.tsx'
import { TemplateKind } from './TemplateKind.tsx'
import { TemplatePicture } from './TemplatePicture.tsx'
import { templateQuery } from './template-query.ts'

type TemplatePreviewProps = { readonly template: TemplateCard; readonly pilotId: string }

/** Everything the template brings, before anything is created. */
export function TemplatePreview({ template, pilotId }: TemplatePreviewProps) {
  const { t } = useTranslation('template')
  return (
    <>
      <div className={styles.head}>
        <h1>{template.title}</h1>
        {template.isOwn ? <OwnTemplateMenu template={template} /> : null}
      </div>
      <div className={styles.preview}>
        <div className={styles.previewMain}>
          <div className={styles.previewPicture}>
            <TemplatePicture template={template} isLarge />
          </div>
          <Contents id={template.id} />
        </div>
        <aside className={styles.previewSide}>
          <TemplateKind template={template} />
          {template.summary ? <p dir="auto">{template.summary}</p> : null}
          <TemplateFacts template={template} isWhole />
          <CreateBoardForm pilotId={pilotId} templateId={template.id} defaultTitle={template.title} />
          {template.origin ? <p className={styles.soft}>{t('origin', { origin: template.origin })}</p> : null}
        </aside>
      </div>
    </>
  )
}

/** The board can be created before this has come. */
function Contents({ id }: { readonly id: string }) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const detail = useQuery(templateQuery(id, language))
  if (detail.isError) return <ProblemState error={detail.error} query={detail} />
  if (detail.isPending) return <Progress label={t('loading')} />
  const { zones, steps } = detail.data
  return (
    <>
      <section aria-labelledby="zones">
        <h2 id="zones">{t('zones')}</h2>
        <ol className={styles.zones}>
          {zones.map((zone) => (
            <li key={zone.key}>
              <h3>{zone.heading}</h3>
              <p className={styles.soft}>{zone.prompt || zone.purpose}</p>
            </li>
          ))}
        </ol>
      </section>
      {steps.length > 0 ? <RunOfShow steps={steps} /> : null}
    </>
  )
}
