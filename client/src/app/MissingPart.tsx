import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { missingParts } from '../ui/load-patiently.ts'
import { useReadable } from '../ui/use-readable.ts'
import styles from './MissingPart.module.css'

/** Says over whatever page is shown that something of it could not be fetched yet: else a click would seem to do nothing. */
export function MissingPart() {
  const { t } = useTranslation()
  const isMissing = useReadable(missingParts) > 0
  return (
    <div role="status" className={styles.place}>
      {isMissing ? (
        <div className={styles.notice}>
          <span>{t('missingPart')}</span>
          <Button size="small" onClick={() => location.reload()}>
            {t('failed.reload')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
