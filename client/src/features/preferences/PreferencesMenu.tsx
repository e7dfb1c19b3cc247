import { Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PreferenceItems } from './PreferenceItems.tsx'

export function PreferencesMenu() {
  const { t } = useTranslation()
  return (
    <Menu
      trigger={
        <IconButton label={t('preferences')}>
          <Settings2 size={20} aria-hidden="true" />
        </IconButton>
      }
    >
      <PreferenceItems />
    </Menu>
  )
}
