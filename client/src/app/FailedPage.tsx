import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

export function FailedPage() {
  const { t } = useTranslation()
  return (
    <main>
      <ErrorState isPage title={t('failed.title')} text={t('failed.text')}>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('failed.reload')}
        </Button>
        {/* A plain link: the router may be what failed. */}
        <Button onClick={() => location.assign('/')}>{t('toStart')}</Button>
      </ErrorState>
    </main>
  )
}
