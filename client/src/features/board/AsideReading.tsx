import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import state from '../../ui/states.module.css'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './AsidePanel.module.css'
import { AsideRow } from './AsideRow.tsx'
import { asideWords } from './aside-words.ts'

/** What was written here and did not come onto the board, where there is no board to put it on: to be read and copied. */
export function AsideReading({ device }: { readonly device: Pick<BoardOnDevice, 'aside'> }) {
  const { t } = useTranslation('board')
  const { language } = useLanguage()
  const items = useReadable(device.aside)
  const words = items.map((item) => asideWords(item, language)).filter((each) => each !== '')
  if (items.length === 0) return null
  return (
    <section className={styles.reading} aria-label={t('aside.title')}>
      <p className={state.text}>{t('closed.keptAside', { count: items.length })}</p>
      <ul className={styles.list}>
        {items.map((item) => (
          <AsideRow key={item.id} item={item} isWhole />
        ))}
      </ul>
      {words.length > 0 ? <CopyButton value={words.join('\n\n')}>{t('aside.copyWords')}</CopyButton> : null}
    </section>
  )
}
