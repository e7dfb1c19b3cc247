import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { useMe } from '../account/index.ts'
import { PreferenceItems } from '../preferences/index.ts'

export type BoardMenuProps = {
  readonly pilotId: string
  readonly onNotes: () => void
  /** Only for those who may invite. */
  readonly onInvite: (() => void) | undefined
}

/** What has no place in the bar; on a phone, where the bar is short, everything but the people. */
export function BoardMenu({ pilotId, onNotes, onInvite }: BoardMenuProps) {
  const { t } = useTranslation('board')
  const { data: me } = useMe()
  const navigate = useNavigate()
  return (
    <Menu
      trigger={
        <IconButton label={t('menu.open')}>
          <Ellipsis size={20} aria-hidden="true" />
        </IconButton>
      }
    >
      {onInvite ? <MenuItem onSelect={onInvite}>{t('menu.invite')}</MenuItem> : null}
      <MenuItem onSelect={onNotes}>{t('notes.title')}</MenuItem>
      <MenuSeparator />
      <PreferenceItems />
      <MenuSeparator />
      <MenuItem onSelect={() => void navigate(me?.account ? `/pilots/${pilotId}` : '/')}>{t('menu.leave')}</MenuItem>
    </Menu>
  )
}
