import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { EntryFrame } from '../entry/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { Invitation } from './Invitation.tsx'

/** From a link, a QR code or a typed code onto the board, in one step. */
export function JoinPage() {
  const { t } = useTranslation('join')
  const { code } = useParams()
  return (
    <EntryFrame title={t('title')}>
      {code ? (
        // A new code is a new form: what was said about the old one is gone.
        <Invitation key={code} code={code} />
      ) : (
        <>
          <h1>{t('code.title')}</h1>
          <CodeForm />
        </>
      )}
    </EntryFrame>
  )
}
