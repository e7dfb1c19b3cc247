import { CornerDownRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { placeOnBoard } from './place-on-board.ts'
import type { CarriedTo } from './use-carried-to.ts'

export type ToBoardProps = {
  readonly to: CarriedTo
  readonly className: string | undefined
  readonly iconClassName: string | undefined
}

/** Where a copy of a note went on another board, and the way there. */
export function ToBoard({ to, className, iconClassName }: ToBoardProps) {
  const { t } = useTranslation('board')
  const zone = to.heading || to.zone
  const words = { board: to.title, zone }
  return (
    <Link
      className={className}
      to={placeOnBoard(to.boardId, to.id, to.zone ?? undefined)}
      aria-label={t(zone ? 'carry.openCopy' : 'carry.openCopyOutside', words)}
    >
      <CornerDownRight className={iconClassName} size={14} aria-hidden="true" />
      <bdi>{t(zone ? 'carry.toBoard' : 'carry.toBoardOutside', words)}</bdi>
    </Link>
  )
}
