import { useTranslation } from 'react-i18next'
import { CreateBoardForm } from './CreateBoardForm.tsx'
import styles from './NewBoardPage.module.css'

export function EmptyBoardPreview({ pilotId }: { readonly pilotId: string }) {
  const { t } = useTranslation('template')
  return (
    <div className={styles.emptyPreview}>
      <h1>{t('empty.title')}</h1>
      <p className={styles.text}>{t('empty.text')}</p>
      <CreateBoardForm pilotId={pilotId} templateId={null} defaultTitle={t('empty.name')} />
    </div>
  )
}
