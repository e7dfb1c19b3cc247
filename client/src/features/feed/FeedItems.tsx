import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedContent } from '#shared/http/feeds.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Field.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { FeedRow } from './FeedRow.tsx'
import styles from './feed.module.css'
import { everyZone, isFree, shownItems } from './picks.ts'

export type FeedItemsProps = {
  readonly content: FeedContent
  /** Zones that this board is waiting for, where there are some. */
  readonly zones: readonly string[]
  readonly picked: readonly string[]
  readonly onPick: (ids: readonly string[]) => void
}

/** What can be brought in from one board: by zone, by words, one by one or all. */
export function FeedItems({ content, zones, picked, onPick }: FeedItemsProps) {
  const { t } = useTranslation('feed')
  const filled = content.zones.filter(({ count }) => count > 0)
  const [zone, setZone] = useState(() => filled.find(({ key }) => zones.includes(key))?.key ?? everyZone)
  const [typed, setTyped] = useState('')
  const shown = shownItems(content.items, { zone, typed })
  const free = shown.filter(isFree).map(({ id }) => id)
  const isVoted = shown.some(({ votes }) => votes > 0)
  const isAll = free.length > 0 && free.every((id) => picked.includes(id))
  if (content.items.length === 0) return <EmptyState title={t('emptyBoard')} text={t('emptyBoardText')} />
  return (
    <div className={styles.content}>
      <div className={styles.tools}>
        <Select label={t('zone')} value={zone} onChange={(event) => setZone(event.currentTarget.value)}>
          <option value={everyZone}>{t('everyZone', { count: content.items.length })}</option>
          {filled.map(({ key, heading, count }) => (
            <option key={key} value={key}>
              {t('zoneCount', { zone: heading || key, count })}
            </option>
          ))}
        </Select>
        <SearchField label={t('search')} typed={typed} onChange={setTyped} />
      </div>
      <div className={styles.tools}>
        <p role="status" className={styles.count}>
          {shown.length === 0 ? t('noneFound') : t(isVoted ? 'found' : 'notes', { count: shown.length })}
        </p>
        <Button
          size="small"
          kind="quiet"
          disabled={free.length === 0}
          onClick={() => onPick(isAll ? picked.filter((id) => !free.includes(id)) : [...new Set([...picked, ...free])])}
        >
          {t(isAll ? 'none' : 'all')}
        </Button>
      </div>
      <ul className={styles.items}>
        {shown.map((item) => (
          <FeedRow
            key={item.id}
            {...{ item }}
            boardId={content.id}
            isPicked={picked.includes(item.id)}
            onPick={(isPicked) => onPick(isPicked ? [...picked, item.id] : picked.filter((id) => id !== item.id))}
          />
        ))}
      </ul>
      {content.leftOut > 0 ? <p className={styles.facts}>{t('leftOut', { count: content.leftOut })}</p> : null}
    </div>
  )
}
