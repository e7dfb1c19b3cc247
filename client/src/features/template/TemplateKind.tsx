import { useTranslation } from 'react-i18next'
import type { TemplateCard } from '#shared/http/templates.ts'
import styles from './NewBoardPage.module.css'

/** What kind of method it is, and whether it is the organisation's own. */
export function TemplateKind({ template }: { readonly template: TemplateCard }) {
  const { t } = useTranslation('template')
  return (
    <p className={styles.kind}>
      {t(`category.${template.category}`)}
      {template.isOwn ? <span className={styles.ours}>{t('own.mark')}</span> : null}
    </p>
  )
}
