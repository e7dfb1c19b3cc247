import { lazy, Suspense } from 'react'
import styles from './PreferencesButton.module.css'

const PreferencesMenu = lazy(async () => ({ default: (await import('./PreferencesMenu.tsx')).PreferencesMenu }))

/** For pages without an account menu. It comes after the page itself: menus are a third of what joining would load. */
export function PreferencesButton() {
  return (
    <span className={styles.place}>
      <Suspense>
        <PreferencesMenu />
      </Suspense>
    </span>
  )
}
