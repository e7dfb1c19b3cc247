import { Ellipsis } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Board } from '#shared/http/boards.ts'
import { boardFileUrl } from '../../api/boards.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { IconButton } from '../../ui/Button.tsx'
import { download } from '../../ui/download.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { Menu, MenuItem, MenuSeparator, MenuSwitch } from '../../ui/Menu.tsx'
import { useMe } from '../account/index.ts'
import { PreferenceItems } from '../preferences/index.ts'
import type { SaveData } from './use-save-data.ts'

const ForgetBoardDialog = lazyPart(async () => (await import('./ForgetBoardDialog.tsx')).ForgetBoardDialog)

export type BoardMenuProps = {
  readonly board: Board
  readonly device: BoardOnDevice
  readonly connection: BoardConnection
  readonly saveData: SaveData
  /** Only while pictures wait to be asked for. */
  readonly onPictures: (() => void) | undefined
  readonly onNotes: () => void
  /** Once the session's parts know where they are. */
  readonly onVotes: (() => void) | undefined
  /** Only for those who may invite. */
  readonly onInvite: (() => void) | undefined
  /** Only for those who may restore the board. */
  readonly onCheckpoints: (() => void) | undefined
  /** Only for facilitators, once the canvas is there. */
  readonly onIdeas: (() => void) | undefined
  /** Only for facilitators, once the canvas is there. */
  readonly onBringIn: (() => void) | undefined
  /** Only for facilitators with an account, once the canvas is there. */
  readonly onTemplate: (() => void) | undefined
  /** Only for those who may prepare and run a session. */
  readonly onRunOfShow: (() => void) | undefined
  readonly mayExport: boolean
  readonly hasSession: boolean
}

/** What has no place in the bar; on a phone, where the bar is short, everything but the people. */
export function BoardMenu({
  board,
  device,
  connection,
  saveData,
  onPictures,
  onNotes,
  onVotes,
  onInvite,
  onCheckpoints,
  onIdeas,
  onBringIn,
  onTemplate,
  onRunOfShow,
  mayExport,
  hasSession,
}: BoardMenuProps) {
  const { t } = useTranslation('board')
  const { language } = useLanguage()
  const { data: me } = useMe()
  const navigate = useNavigate()
  const [isForgetting, setIsForgetting] = useState(false)
  const leaveTo = me?.account ? `/pilots/${board.pilotId}` : '/'
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('menu.open')}>
            <Ellipsis size={20} aria-hidden="true" />
          </IconButton>
        }
      >
        {onInvite ? <MenuItem onSelect={onInvite}>{t('menu.invite')}</MenuItem> : null}
        {onRunOfShow ? (
          <MenuItem onSelect={onRunOfShow}>{t(hasSession ? 'bar.runOfShow' : 'bar.planSession')}</MenuItem>
        ) : null}
        <MenuItem onSelect={onNotes}>{t('notes.title')}</MenuItem>
        {onVotes ? <MenuItem onSelect={onVotes}>{t('votes.title')}</MenuItem> : null}
        {onCheckpoints ? <MenuItem onSelect={onCheckpoints}>{t('menu.checkpoints')}</MenuItem> : null}
        {onIdeas ? <MenuItem onSelect={onIdeas}>{t('menu.ideas')}</MenuItem> : null}
        {onBringIn ? <MenuItem onSelect={onBringIn}>{t('menu.bringIn')}</MenuItem> : null}
        {onTemplate ? <MenuItem onSelect={onTemplate}>{t('menu.template')}</MenuItem> : null}
        {mayExport ? (
          <MenuItem onSelect={() => download(boardFileUrl(board.id, language))}>{t('menu.export')}</MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuSwitch
          label={t('saveData.label')}
          hint={t('saveData.hint')}
          isOn={saveData.isOn}
          onChange={saveData.choose}
        />
        {onPictures ? <MenuItem onSelect={onPictures}>{t('saveData.pictures')}</MenuItem> : null}
        <MenuSeparator />
        <PreferenceItems />
        <MenuSeparator />
        <MenuItem onSelect={() => setIsForgetting(true)}>{t('menu.forget')}</MenuItem>
        <MenuItem onSelect={() => void navigate(leaveTo)}>{t('menu.leave')}</MenuItem>
      </Menu>
      {isForgetting ? (
        <Suspense>
          <ForgetBoardDialog {...{ board, device, connection, leaveTo }} onClose={() => setIsForgetting(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
