import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Board, BoardState } from '#shared/http/boards.ts'
import { deletedBoardKeptDays } from '#shared/limits.ts'
import { daysUntil } from '../../i18n/format.ts'
import { useNow } from '../../i18n/use-now.ts'
import { When } from '../../i18n/When.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { BoardPicture } from './BoardPicture.tsx'
import styles from './PilotPage.module.css'
import { RenameBoardDialog } from './RenameBoardDialog.tsx'
import { useBoardActions } from './use-board-actions.ts'

const dayMs = 24 * 60 * 60 * 1_000
const minuteMs = 60_000

export function BoardCard({ board, state }: { readonly board: Board; readonly state: BoardState }) {
  const { t } = useTranslation('pilot')
  const [dialog, setDialog] = useState<'rename' | 'delete'>()
  const { archive, remove, restore } = useBoardActions(board)
  const close = () => setDialog(undefined)
  return (
    <article className={card.card}>
      <BoardPicture boardId={board.id} title={board.title} changedAtMs={board.changedAtMs} />
      <div className={styles.boardText}>
        <div className={styles.boardWords}>
          <h3>
            {state === 'deleted' ? (
              <bdi>{board.title}</bdi>
            ) : (
              <Link className={card.link} to={`/boards/${board.id}`}>
                <bdi>{board.title}</bdi>
              </Link>
            )}
          </h3>
          {board.deletedAtMs === null ? <LastChange board={board} /> : <DaysLeft deletedAtMs={board.deletedAtMs} />}
          {board.peopleHere > 0 ? <p className={styles.here}>{t('peopleHere', { count: board.peopleHere })}</p> : null}
        </div>
        <div className={styles.boardActions}>
          {state === 'deleted' ? (
            <Button size="small" onClick={() => restore.mutate()} isBusy={restore.isPending}>
              {t('restore')}
            </Button>
          ) : (
            <Menu
              trigger={
                <IconButton label={t('boardActions', { title: board.title })} isBusy={archive.isPending}>
                  <Ellipsis size={20} aria-hidden="true" />
                </IconButton>
              }
            >
              <MenuItem onSelect={() => setDialog('rename')}>{t('rename.open')}</MenuItem>
              <MenuItem onSelect={() => archive.mutate(state === 'active')}>
                {t(state === 'active' ? 'archive' : 'unarchive')}
              </MenuItem>
              <MenuItem isDangerous onSelect={() => setDialog('delete')}>
                {t('delete.action')}
              </MenuItem>
            </Menu>
          )}
        </div>
      </div>
      {dialog === 'rename' ? <RenameBoardDialog board={board} onClose={close} /> : null}
      <ConfirmDialog
        isOpen={dialog === 'delete'}
        onClose={close}
        title={t('delete.title', { title: board.title })}
        description={t('delete.text', { count: deletedBoardKeptDays })}
        action={t('delete.action')}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSettled: close })}
      />
    </article>
  )
}

function LastChange({ board }: { readonly board: Board }) {
  const { t } = useTranslation('pilot')
  return (
    <p className={styles.soft}>
      {t('changed')} <When atMs={board.changedAtMs} />
      {board.changedBy ? (
        <>
          {' · '}
          <bdi>{board.changedBy}</bdi>
        </>
      ) : null}
    </p>
  )
}

function DaysLeft({ deletedAtMs }: { readonly deletedAtMs: number }) {
  const { t } = useTranslation('pilot')
  const nowMs = useNow(minuteMs)
  return (
    <p className={styles.soft}>
      {t('daysLeft', { count: daysUntil(deletedAtMs + deletedBoardKeptDays * dayMs, nowMs) })}
    </p>
  )
}
