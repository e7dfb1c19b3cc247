import { useTranslation } from 'react-i18next'
import type { Invite } from '#shared/http/invites.ts'
import { When } from '../../i18n/When.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './InviteDialog.module.css'
import { isUsable } from './usable-invite.ts'

export type InviteListProps = {
  readonly invites: readonly Invite[]
  readonly nowMs: number
  readonly isBusy: boolean
  readonly onChange: (change: Pick<Invite, 'id' | 'isSwitchedOff'>) => void
}

/** Every invitation there has been, with how many came by it. Switching one off sends nobody away. */
export function InviteList({ invites, nowMs, isBusy, onChange }: InviteListProps) {
  const { t } = useTranslation('invite')
  return (
    <section className={styles.listSection} aria-labelledby="invites">
      <h3 id="invites">{t('list.title')}</h3>
      <ul className={styles.list}>
        {invites.map((invite) => (
          <li key={invite.id} className={styles.row}>
            <div>
              <p className={styles.rowTitle}>
                <span className={styles.rowCode} dir="ltr">
                  {invite.code}
                </span>
                {t(`as.${invite.role}`)}
              </p>
              <p className={styles.soft}>
                {t('list.joined', { count: invite.joinedCount })} · <When atMs={invite.createdAtMs} />
                {isUsable(invite, nowMs) ? null : <> · {t(invite.isSwitchedOff ? 'list.isOff' : 'list.isExpired')}</>}
              </p>
            </div>
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t(invite.isSwitchedOff ? 'list.switchOnCode' : 'list.switchOffCode', { code: invite.code })}
              onClick={() => onChange({ id: invite.id, isSwitchedOff: !invite.isSwitchedOff })}
            >
              {t(invite.isSwitchedOff ? 'list.switchOn' : 'list.switchOff')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
