import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PreferenceItems } from './PreferenceItems.tsx'
import { PreferencesIcon } from './PreferencesIcon.tsx'

/** It was asked for before it was here, so it is open at once. */
export function PreferencesMenu() {
  const { t } = useTranslation()
  return (
    <Menu
      isOpenAtFirst
      trigger={
        <IconButton label={t('preferences')}>
          <PreferencesIcon />
        </IconButton>
      }
    >
      <PreferenceItems />
    </Menu>
  )
}
