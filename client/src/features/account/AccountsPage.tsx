import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listAccounts } from '../../api/accounts.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import { AccountRow } from './AccountRow.tsx'
import styles from './AccountsPage.module.css'
import { InviteAccountDialog } from './InviteAccountDialog.tsx'
import { useMe } from './use-me.ts'

/** For administrators: who has an account, and how somebody gets one. */
export function AccountsPage() {
  const { t } = useTranslation('account')
  const [isInviting, setIsInviting] = useState(false)
  const me = useMe()
  const accounts = useQuery({ queryKey: queryKeys.accounts, queryFn: ({ signal }) => listAccounts(signal) })
  return (
    <>
      <title>{t('accounts.title')}</title>
      <div className={styles.heading}>
        <div>
          <h1>{t('accounts.title')}</h1>
          <p className={styles.text}>{t('accounts.text')}</p>
        </div>
        <Button kind="primary" onClick={() => setIsInviting(true)}>
          {t('accounts.invite')}
        </Button>
      </div>
      {accounts.isPending ? <Progress label={t('accounts.loading')} isPage /> : null}
      {accounts.isError ? <ProblemState error={accounts.error} query={accounts} /> : null}
      {accounts.isSuccess ? (
        <ul className={styles.list}>
          {accounts.data.map((account) => (
            <AccountRow key={account.id} account={account} isSelf={account.id === me.data?.account?.id} />
          ))}
        </ul>
      ) : null}
      {isInviting ? <InviteAccountDialog onClose={() => setIsInviting(false)} /> : null}
    </>
  )
}
