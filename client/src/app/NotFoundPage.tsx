import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <main>
      <title>{t('notFound.title')}</title>
      <EmptyState isPage title={t('notFound.title')} text={t('notFound.text')}>
        <LinkButton kind="primary" to="/">
          {t('toStart')}
        </LinkButton>
        <LinkButton to="/join">{t('joinByCode')}</LinkButton>
      </EmptyState>
    </main>
  )
}
