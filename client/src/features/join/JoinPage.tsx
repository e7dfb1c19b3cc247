import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Mark } from '../../ui/Mark.tsx'
import { PreferencesButton } from '../preferences/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { Invitation } from './Invitation.tsx'
import styles from './JoinPage.module.css'

/** From a link, a QR code or a typed code onto the board, in one step. */
export function JoinPage() {
  const { t } = useTranslation('join')
  const { code } = useParams()
  return (
    <>
      <header className={styles.header}>
        <PreferencesButton />
      </header>
      <main className={styles.main}>
        <title>{t('title')}</title>
        <Mark size="large" />
        {code ? (
          // A new code is a new form: what was said about the old one is gone.
          <Invitation key={code} code={code} />
        ) : (
          <>
            <h1>{t('code.title')}</h1>
            <CodeForm />
          </>
        )}
      </main>
    </>
  )
}
