import { useTranslation } from 'react-i18next'
import { FullScreen, FullScreenTitle } from '../../ui/FullScreen.tsx'
import styles from './FullScreenCode.module.css'
import { QrCode } from './QrCode.tsx'

export type FullScreenCodeProps = {
  readonly url: string
  readonly code: string
  readonly onClose: () => void
}

/** For the projector or a phone held up: nothing but the code, as large as the screen. A tap or Escape ends it. */
export function FullScreenCode({ url, code, onClose }: FullScreenCodeProps) {
  const { t } = useTranslation('invite')
  return (
    <FullScreen onClose={onClose}>
      <FullScreenTitle className="visually-hidden">{t('qr.title')}</FullScreenTitle>
      <button type="button" className={styles.close} onClick={onClose}>
        <span className="visually-hidden">{t('qr.close')}</span>
        <span className={styles.qr}>
          <QrCode text={url} />
        </span>
        <span className={styles.words}>
          <span className={styles.address} dir="ltr">
            {new URL(url).host}
          </span>
          <span className={styles.code} dir="ltr">
            {code}
          </span>
        </span>
      </button>
    </FullScreen>
  )
}
