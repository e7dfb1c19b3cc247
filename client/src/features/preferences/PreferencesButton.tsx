import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { PreferencesIcon } from './PreferencesIcon.tsx'

/**
 * For pages without an account menu. The menu comes when it is asked for: with what menus are made of it is a third of
 * what joining loads, and on a poor line stood in the way of the form.
 */
export function PreferencesButton() {
  const { t } = useTranslation()
  const [menu, setMenu] = useState<{ readonly Menu: ComponentType }>()
  const [isComing, setComing] = useState(false)

  const open = async () => {
    setComing(true)
    try {
      setMenu({ Menu: (await import('./PreferencesMenu.tsx')).PreferencesMenu })
    } catch {
      // The line is gone. The next tap tries again.
      setComing(false)
    }
  }

  if (menu) return <menu.Menu />
  return (
    <IconButton label={t('preferences')} aria-haspopup="menu" aria-expanded={false} isBusy={isComing} onClick={open}>
      {isComing ? null : <PreferencesIcon />}
    </IconButton>
  )
}
