import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { CodeForm } from '../join/index.ts'
import { PreferencesButton } from '../preferences/index.ts'
import styles from './StartPage.module.css'

/** What somebody without an account sees first: nearly always a person with a code in her hand. */
export function StartPage() {
  const { t } = useTranslation()
  return (
    <>
      <title>{t('appName')}</title>
      <header className={styles.header}>
        <span className={styles.name}>
          <Mark />
          {t('appName')}
        </span>
        <span className={styles.actions}>
          <PreferencesButton />
          <LinkButton to="/sign-in">{t('start.signIn')}</LinkButton>
        </span>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('start.title')}</h1>
        <p className={styles.text}>{t('start.text')}</p>
        <div className={styles.card}>
          <CodeForm />
        </div>
      </main>
    </>
  )
}
