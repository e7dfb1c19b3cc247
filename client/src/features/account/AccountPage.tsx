import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Mark } from '../../ui/Mark.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Toaster } from '../../ui/Toaster.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import styles from './AccountPage.module.css'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'

/** The frame of every page for signed-in people: the mark, the account's menu, and one main part. */
export function AccountPage({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const main = useFocusOnNavigation()
  return (
    <Toaster>
      <a className={styles.skip} href="#main">
        {t('skipToContent')}
      </a>
      <header className={styles.header}>
        <Link className={styles.home} to="/">
          <Mark />
          <span>{t('appName')}</span>
        </Link>
        <AccountMenu />
      </header>
      <main className={styles.main} id="main" tabIndex={-1} ref={main}>
        <Suspense fallback={<Progress label={t('loading')} isPage />}>{children}</Suspense>
      </main>
    </Toaster>
  )
}
