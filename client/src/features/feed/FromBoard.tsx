import { useQuery } from '@tanstack/react-query'
import { CornerUpLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { listOrigins } from '../../api/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import type { CarriedFromBoard } from '../../canvas/canvas-handle.ts'
import { When } from '../../i18n/When.tsx'
import { placeOnBoard } from './place-on-board.ts'

export type FromBoardProps = {
  readonly from: CarriedFromBoard
  readonly className: string | undefined
  readonly iconClassName: string | undefined
}

/** Where a copy of something on another board came from: the way there, where there is one for the reader. */
export function FromBoard({ from, className, iconClassName }: FromBoardProps) {
  const { t } = useTranslation('board')
  const { boardId: hereId = '' } = useParams()
  // Asked once for all copies on the board.
  const { data: origins, isError } = useQuery({
    queryKey: queryKeys.origins(hereId),
    queryFn: ({ signal }) => listOrigins(hereId, signal),
    staleTime: askedAnewAfterMs,
  })
  const origin = origins?.find(({ id }) => id === from.boardId)
  const votes = from.votes > 0 ? ` · ${t('carry.votesThere', { count: from.votes })}` : ''
  const when = from.atMs > 0 ? <When atMs={from.atMs} /> : null
  if (origin?.state !== 'open') {
    const words = origin
      ? origin.state === 'gone'
        ? 'boardGone'
        : 'boardClosed'
      : isError
        ? 'boardUnknown'
        : 'boardAsked'
    return (
      <span className={className}>
        {t(`carry.${words}`)}
        {votes}
      </span>
    )
  }
  return (
    <Link
      className={className}
      to={placeOnBoard(from.boardId, from.noteId, from.zoneKey)}
      title={t('carry.openBoard', { board: origin.title })}
    >
      <CornerUpLeft className={iconClassName} size={14} aria-hidden="true" />
      <span>
        <bdi>{t('carry.fromBoard', { board: origin.title })}</bdi>
        {votes}
        {when ? ' · ' : ''}
        {when}
      </span>
    </Link>
  )
}

const askedAnewAfterMs = 60_000
