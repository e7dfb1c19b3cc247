import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import type { Invite } from '#shared/http/invites.ts'
import { useNow } from '../../i18n/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import callout from '../../ui/Callout.module.css'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { ProblemState, useProblemText } from '../problem/index.ts'
import { DoorSwitch } from './DoorSwitch.tsx'
import styles from './InviteDialog.module.css'
import { InviteList } from './InviteList.tsx'
import { InviteSheet } from './InviteSheet.tsx'
import { usableInvite } from './usable-invite.ts'
import { useInvites } from './use-invites.ts'

const roles: readonly Invite['role'][] = ['editor', 'table', 'viewer', 'facilitator']
const minuteMs = 60_000

/** Everything about letting people in: by link, by code, by QR code, in which role, and the door itself. */
export function InviteDialog({ board, onClose }: { readonly board: Board; readonly onClose: () => void }) {
  const { t } = useTranslation('invite')
  const problemText = useProblemText()
  const nowMs = useNow(minuteMs)
  const [role, setRole] = useState<Invite['role']>('editor')
  const { list, create, change } = useInvites(board.id)
  const failure = create.error ?? change.error
  const current = usableInvite(list.data ?? [], role, nowMs)
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { title: board.title })}>
      <div className={styles.content}>
        <SegmentedControl
          label={t('role')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`as.${value}`) }))}
        />
        <p className={styles.soft}>{t(`may.${role}`)}</p>
        {failure ? (
          <p className={callout.bad} role="alert">
            {problemText(failure)}
          </p>
        ) : null}
        {list.isPending ? <Progress label={t('loading')} /> : null}
        {list.isError ? <ProblemState error={list.error} query={list} /> : null}
        {list.isSuccess && current ? <InviteSheet key={current.id} invite={current} /> : null}
        {list.isSuccess && !current ? (
          <Button kind="primary" isWide isBusy={create.isPending} onClick={() => create.mutate(role)}>
            {t('create')}
          </Button>
        ) : null}
        <DoorSwitch board={board} />
        {list.isSuccess && list.data.length > 0 ? (
          <InviteList invites={list.data} nowMs={nowMs} isBusy={change.isPending} onChange={change.mutate} />
        ) : null}
      </div>
    </Dialog>
  )
}
