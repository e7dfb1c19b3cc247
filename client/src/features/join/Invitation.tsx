import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getInvitePreview } from '../../api/invites.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import callout from '../../ui/Callout.module.css'
import { Progress } from '../../ui/Progress.tsx'
import { EntryHeading } from '../entry/index.ts'
import { JoinForm } from './JoinForm.tsx'
import { JoinProblem } from './JoinProblem.tsx'

/** What one is invited to and by whom, and the three fields. */
export function Invitation({ code }: { readonly code: string }) {
  const { t } = useTranslation('join')
  const [isSomebodyElse, setIsSomebodyElse] = useState(false)
  const preview = useQuery({
    queryKey: queryKeys.invitePreview(code),
    queryFn: ({ signal }) => getInvitePreview(code, signal),
    // A wrong code counts against the limit; asking again on every focus would lock people out.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (preview.isPending) return <Progress label={t('loading')} />
  if (preview.isError) return <JoinProblem error={preview.error} onRetry={() => void preview.refetch()} />
  const { boardTitle, pilotTitle, invitedBy, isDoorLocked } = preview.data
  const me = isSomebodyElse ? null : preview.data.me
  return (
    <>
      <EntryHeading>
        <p>{invitedBy ? t('invitedBy', { name: invitedBy }) : t('invited')}</p>
        <h1>
          <bdi>{boardTitle}</bdi>
        </h1>
        <p>
          <bdi>{pilotTitle}</bdi>
        </p>
      </EntryHeading>
      {isDoorLocked && !me ? <p className={callout.warn}>{t('doorLocked')}</p> : null}
      {/* A form of its own for each: nothing that the one has typed stays for the other. */}
      <JoinForm key={String(isSomebodyElse)} code={code} me={me} isSomebodyElse={isSomebodyElse} />
      {me ? (
        <Button kind="quiet" onClick={() => setIsSomebodyElse(true)}>
          {t('notYou', { name: me.name })}
        </Button>
      ) : null}
    </>
  )
}
