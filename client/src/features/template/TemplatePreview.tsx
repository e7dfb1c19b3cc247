import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '#shared/http/templates.ts'
import { CreateBoardForm } from './CreateBoardForm.tsx'
import styles from './NewBoardPage.module.css'
import { RunOfShow } from './RunOfShow.tsx'
import { TemplateFacts } from './TemplateFacts.tsx'
import { TemplatePicture } from './TemplatePicture.tsx'

/** Everything the template brings, before anything is created. */
export function TemplatePreview({
  template,
  pilotId,
}: {
  readonly template: TemplateSummary
  readonly pilotId: string
}) {
  const { t } = useTranslation('template')
  return (
    <>
      <h1>{template.title}</h1>
      <div className={styles.preview}>
        <div className={styles.previewMain}>
          <div className={styles.previewPicture}>
            <TemplatePicture template={template} />
          </div>
          <section aria-labelledby="zones">
            <h2 id="zones">{t('zones')}</h2>
            <ol className={styles.zones}>
              {template.zones.map((zone) => (
                <li key={zone.key}>
                  <h3>{zone.heading}</h3>
                  <p className={styles.soft}>{zone.prompt || zone.purpose}</p>
                </li>
              ))}
            </ol>
          </section>
          {template.steps.length > 0 ? <RunOfShow steps={template.steps} /> : null}
        </div>
        <aside className={styles.previewSide}>
          <p>{template.summary}</p>
          <TemplateFacts template={template} />
          <CreateBoardForm pilotId={pilotId} templateId={template.id} defaultTitle={template.title} />
          <p className={styles.soft}>{t('origin', { origin: template.origin })}</p>
        </aside>
      </div>
    </>
  )
}
