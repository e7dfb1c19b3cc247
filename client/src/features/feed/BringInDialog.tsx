import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import type { FeedContent, FeedingBoard } from '#shared/http/feeds.ts'
import { maxCopiesAtOnce } from '#shared/limits.ts'
import { listFeeds, readFeed } from '../../api/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { ProblemState, useProblemText } from '../problem/index.ts'
import { BoardChoice } from './BoardChoice.tsx'
import { FeedItems } from './FeedItems.tsx'
import styles from './feed.module.css'
import { countPicks, type Picks, suggestedPicks, withPicks } from './picks.ts'
import { useBringIn } from './use-bring-in.ts'

export type BringInDialogProps = { readonly board: Board; readonly canvas: CanvasHandle; readonly onClose: () => void }

/** What other boards of the pilot have for this one: chosen by a facilitator, put down as copies. */
export function BringInDialog(props: BringInDialogProps) {
  const { t } = useTranslation('feed')
  const { board, onClose } = props
  const feeds = useQuery({
    queryKey: queryKeys.feeds(board.id),
    queryFn: ({ signal }) => listFeeds(board.id, signal),
    // What was brought in a minute ago is there now.
    staleTime: 0,
  })
  return (
    <Dialog isOpen onClose={onClose} size="large" title={t('title')} description={t('text')}>
      {feeds.data ? (
        feeds.data.length === 0 ? (
          <EmptyState title={t('noBoards')} text={t('noBoardsText')} />
        ) : (
          <Choosing {...props} boards={feeds.data} />
        )
      ) : feeds.isError ? (
        <ProblemState error={feeds.error} query={feeds} />
      ) : (
        <Progress label={t('looking')} />
      )}
    </Dialog>
  )
}

function Choosing({
  board,
  canvas,
  boards,
  onClose,
}: BringInDialogProps & { readonly boards: readonly FeedingBoard[] }) {
  const { t } = useTranslation('feed')
  const { language } = useLanguage()
  const problemText = useProblemText()
  const zones = useReadable(canvas.zones)
  const [chosenId, setChosenId] = useState(boards[0]?.id)
  const [picks, setPicks] = useState<Picks>(new Map())
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [zoneKey, setZoneKey] = useState<string>()
  const chosen = boards.find(({ id }) => id === chosenId)
  const content = useQuery({
    queryKey: queryKeys.feed(board.id, chosenId ?? '', language),
    queryFn: ({ signal }) => readFeed(board.id, chosenId ?? '', language, signal),
    enabled: chosenId !== undefined,
    staleTime: 0,
  })
  const feedingZones = chosen?.feeds.flatMap((feed) => feed.zones) ?? []
  // What was voted for is chosen until somebody chooses herself.
  const all = content.data && !touched.has(content.data.id) ? suggested(content.data) : picks
  const count = countPicks(all)
  const into =
    zones.find(({ key }) => key === zoneKey) ??
    zones.find(({ key }) => key === chosen?.feeds[0]?.into) ??
    zones.find(({ id }) => canvas.zonesInView.get().includes(id)) ??
    zones[0]
  const bringing = useBringIn({ boardId: board.id, canvas, onDone: onClose })

  function suggested(read: FeedContent): Picks {
    return withPicks(picks, read.id, suggestedPicks(read, feedingZones))
  }
  const pick = (id: string, ids: readonly string[]) => {
    setTouched(new Set([...touched, id]))
    setPicks(withPicks(all, id, ids))
  }
  const choose = (id: string) => {
    setPicks(all)
    if (content.data) setTouched(new Set([...touched, content.data.id]))
    setChosenId(id)
  }
  return (
    <Form
      onSubmit={() =>
        into && count > 0 && !bringing.isPending ? bringing.mutate({ picks: all, zone: into }) : undefined
      }
      problem={bringing.isError ? problemText(bringing.error) : undefined}
    >
      <div className={styles.halves}>
        <BoardChoice {...{ boards }} chosen={chosenId} picks={all} onChoose={choose} />
        {content.data ? (
          <FeedItems
            key={content.data.id}
            content={content.data}
            zones={feedingZones}
            picked={all.get(content.data.id) ?? []}
            onPick={(ids) => pick(content.data.id, ids)}
          />
        ) : content.isError ? (
          <ProblemState error={content.error} query={content} />
        ) : (
          <Progress label={t('reading')} />
        )}
      </div>
      <div className={styles.into}>
        <Select label={t('into')} value={into?.key ?? ''} onChange={(event) => setZoneKey(event.currentTarget.value)}>
          {zones.map(({ id, key, heading }) => (
            <option key={id} value={key}>
              {heading || key}
            </option>
          ))}
        </Select>
        <p role="status" className={styles.facts}>
          {count > maxCopiesAtOnce
            ? t('tooMany', { count: maxCopiesAtOnce })
            : count === 0
              ? t('nothingChosen')
              : t('coming', { count })}
        </p>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          kind="primary"
          type="submit"
          isBusy={bringing.isPending}
          disabled={count === 0 || count > maxCopiesAtOnce || !into}
        >
          {count === 0 ? t('bring') : t('bringCount', { count })}
        </Button>
      </DialogActions>
    </Form>
  )
}
