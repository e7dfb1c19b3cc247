import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invite } from '#shared/http/invites.ts'
import { CopyField } from '../../ui/CopyField.tsx'
import { Select } from '../../ui/Field.tsx'
import { FullScreenCode } from './FullScreenCode.tsx'
import styles from './InviteDialog.module.css'
import { QrCode } from './QrCode.tsx'
import { useReachableUrl } from './use-reachable-url.ts'

/** One invitation, ready to be read aloud, scanned or sent. */
export function InviteSheet({ invite }: { readonly invite: Invite }) {
  const { t } = useTranslation('invite')
  const [isFullScreen, setIsFullScreen] = useState(false)
  const { addresses, reachable } = useReachableUrl()
  const url = reachable(invite.url)
  return (
    <div className={styles.sheet}>
      <div className={styles.ways}>
        <button type="button" className={styles.qr} aria-label={t('qr.enlarge')} onClick={() => setIsFullScreen(true)}>
          <QrCode text={url} />
        </button>
        <div className={styles.byCode}>
          <p className={styles.soft}>{t('code', { address: new URL(url).host })}</p>
          <p className={styles.code} dir="ltr">
            {invite.code}
          </p>
          <p className={styles.soft}>{t('qr.hint')}</p>
        </div>
      </div>
      <CopyField label={t('link')} value={url} />
      {addresses.origins.length > 0 && addresses.origin ? (
        <Select
          label={t('address.label')}
          hint={t('address.hint')}
          value={addresses.origin}
          dir="ltr"
          onChange={(event) => addresses.choose(event.currentTarget.value)}
        >
          {addresses.origins.map((origin) => (
            <option key={origin}>{origin}</option>
          ))}
        </Select>
      ) : null}
      {isFullScreen ? <FullScreenCode url={url} code={invite.code} onClose={() => setIsFullScreen(false)} /> : null}
    </div>
  )
}
