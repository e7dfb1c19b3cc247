import { useTranslation } from 'react-i18next'
import type { FeedingBoard } from '#shared/http/feeds.ts'
import { formatWhen } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useNow } from '../../i18n/use-now.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './feed.module.css'
import type { Picks } from './picks.ts'

export type BoardChoiceProps = {
  readonly boards: readonly FeedingBoard[]
  readonly chosen: string | undefined
  readonly picks: Picks
  readonly onChoose: (id: string) => void
}

const minuteMs = 60_000

/** The other boards of the pilot: those that this one is waiting for say what they have for it. */
export function BoardChoice({ boards, chosen, picks, onChoose }: BoardChoiceProps) {
  const { t } = useTranslation('feed')
  const { language } = useLanguage()
  const nowMs = useNow(minuteMs)
  return (
    <fieldset className={styles.boards}>
      <legend className={styles.legend}>{t('boards')}</legend>
      {boards.map((board) => {
        const count = picks.get(board.id)?.length ?? 0
        return (
          <label key={board.id} className={classNames(styles.board, chosen === board.id && styles.chosen)}>
            <input
              type="radio"
              name="board"
              className={styles.radio}
              checked={chosen === board.id}
              onChange={() => onChoose(board.id)}
            />
            <span className={styles.boardWords}>
              <bdi className={styles.title}>{board.title}</bdi>
              <small className={styles.facts}>{factsOf(board)}</small>
              {count > 0 ? <small className={styles.picked}>{t('picked', { count })}</small> : null}
            </span>
          </label>
        )
      })}
    </fieldset>
  )

  function factsOf({ createdAtMs, noteCount, votedCount }: FeedingBoard): string {
    const when = formatWhen(createdAtMs, nowMs, language)
    if (noteCount === null) return t('begun', { when })
    const notes = t('notes', { count: noteCount })
    return votedCount ? t('suggestedVoted', { when, notes, count: votedCount }) : t('suggested', { when, notes })
  }
}
