import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getAccountLink } from '../../api/accounts.ts'
import { problemCode } from '../../api/problem-error.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { EntryFrame, EntryHeading } from '../entry/index.ts'
import { ProblemState, useProblemText } from '../problem/index.ts'
import { AccountLinkForm } from './AccountLinkForm.tsx'

/** Where a one-time link leads: the first administrator, an invited account, or a new password. */
export function WelcomePage() {
  const { t } = useTranslation('account')
  const { secret = '' } = useParams()
  const problemText = useProblemText()
  const link = useQuery({
    queryKey: queryKeys.accountLink(secret),
    queryFn: ({ signal }) => getAccountLink(secret, signal),
  })
  if (link.isPending) return <Progress label={t('welcome.loading')} isPage />
  if (link.isError) {
    const code = problemCode(link.error)
    if (code !== 'unknown_link' && code !== 'link_used') return <ProblemState error={link.error} query={link} />
    return (
      <EntryFrame title={t('welcome.notUsable')}>
        <EntryHeading>
          <h1>{t('welcome.notUsable')}</h1>
          <p>{problemText(link.error)}</p>
        </EntryHeading>
        <LinkButton to="/sign-in" kind="primary">
          {t('signIn.action')}
        </LinkButton>
      </EntryFrame>
    )
  }
  const { purpose } = link.data
  return (
    <EntryFrame title={t(`welcome.${purpose}.title`)}>
      <EntryHeading>
        <h1>{t(`welcome.${purpose}.title`)}</h1>
        <p>{t(`welcome.${purpose}.text`)}</p>
      </EntryHeading>
      <AccountLinkForm secret={secret} link={link.data} />
    </EntryFrame>
  )
}
