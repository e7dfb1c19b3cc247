import { useTranslation } from 'react-i18next'
import { isZone } from '#shared/board/zone-shape.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './AsidePanel.module.css'
import { AsidePicture } from './AsidePicture.tsx'
import { asideWords } from './aside-words.ts'

export type AsideRowProps = {
  readonly item: AsideItem
  /** All its words, where there is room for them. */
  readonly isWhole?: boolean
  /** Put back, it is seen by nobody else. */
  readonly isAlone?: boolean
  /** Undefined where the board would not take it from this person. */
  readonly onPutBack?: (() => void) | undefined
  /** Undefined where it can only be read. */
  readonly onThrowAway?: () => void
}

export function AsideRow({ item, isWhole = false, isAlone = false, onPutBack, onThrowAway }: AsideRowProps) {
  const { t } = useTranslation('board')
  const { language } = useLanguage()
  const words = asideWords(item, language)
  const name = (isZone(item.shape.record) && t('aside.zone', { heading: words })) || words || t('aside.drawing')
  return (
    <li className={styles.item}>
      {words ? (
        <p className={classNames(styles.words, isWhole && styles.whole)} dir="auto">
          {name}
        </p>
      ) : (
        <AsidePicture item={item} label={name} />
      )}
      {onThrowAway ? (
        <div className={styles.actions}>
          {onPutBack ? (
            <Button
              size="small"
              aria-label={t(isAlone ? 'aside.putAloneName' : 'aside.putName', { name })}
              onClick={onPutBack}
            >
              {t(isAlone ? 'aside.putAlone' : 'aside.put')}
            </Button>
          ) : null}
          <Button size="small" kind="quiet" aria-label={t('aside.throwName', { name })} onClick={onThrowAway}>
            {t('aside.throw')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
