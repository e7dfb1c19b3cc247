import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import { useMe } from './use-me.ts'

/** Shows its children to people with an account, and `signedOut` to everybody else. */
export function AccountGate({ signedOut, children }: { readonly signedOut: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Progress label={t('loading')} isPage />
  if (me.isError) {
    return (
      <main>
        <ProblemState error={me.error} query={me} />
      </main>
    )
  }
  return me.data.account ? children : signedOut
}
