import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Board } from '#shared/http/boards.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import { forgetBoard } from '../../offline/forget.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'

export type ForgetBoardDialogProps = {
  readonly board: Board
  readonly device: BoardOnDevice
  readonly connection: BoardConnection
  /** Where one goes then. */
  readonly leaveTo: string
  readonly onClose: () => void
}

/** For devices that others use, too: nothing of the board stays here. */
export function ForgetBoardDialog({ board, device, connection, leaveTo, onClose }: ForgetBoardDialogProps) {
  const { t } = useTranslation('board')
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)
  const saving = useReadable(connection.saving)
  const aside = useReadable(device.aside)
  const losing = aside.length + (saving.status === 'saved' ? 0 : saving.unsaved)
  const forget = async () => {
    setIsBusy(true)
    await navigate(leaveTo)
    await forgetBoard(board.id)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('forget.title', { title: board.title })}
      description={t('forget.text')}
      action={t('forget.action')}
      onConfirm={() => void forget()}
      isBusy={isBusy}
    >
      {losing > 0 ? <p>{t('forget.losing', { count: losing })}</p> : null}
    </ConfirmDialog>
  )
}
