import { useTranslation } from 'react-i18next'
import type { FeedItem } from '#shared/http/feeds.ts'
import styles from './feed.module.css'

export type FeedRowProps = {
  readonly item: FeedItem
  readonly boardId: string
  readonly isPicked: boolean
  readonly onPick: (isPicked: boolean) => void
}

const untitled: Partial<Record<FeedItem['kind'], 'untitledPicture' | 'untitledDrawing'>> = {
  picture: 'untitledPicture',
  drawing: 'untitledDrawing',
}

/** One thing of another board, as it would come: its words or its picture, its values, its votes. */
export function FeedRow({ item, boardId, isPicked, onPick }: FeedRowProps) {
  const { t } = useTranslation('feed')
  const { text, kind, values, votes, picture, isThere } = item
  return (
    <li>
      <label className={styles.item}>
        <input
          type="checkbox"
          className={styles.box}
          checked={isPicked}
          disabled={isThere}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
        {picture === null ? null : (
          <img className={styles.picture} src={`/api/boards/${boardId}/files/${picture}`} alt="" loading="lazy" />
        )}
        <span className={styles.itemWords}>
          <span className={styles.text} dir="auto">
            {text || t(untitled[kind] ?? 'untitled')}
          </span>
          <small className={styles.facts}>
            {votes > 0 ? <span className={styles.votes}>{t('votes', { count: votes })}</span> : null}
            {values.map(({ key, label, symbol, word }) => (
              <span key={key}>
                {t('value', { label })} {symbol ? <span aria-hidden="true">{symbol} </span> : null}
                <bdi>{word}</bdi>
              </span>
            ))}
            {isThere ? <span>{t('there')}</span> : null}
          </small>
        </span>
      </label>
    </li>
  )
}
