import { useSyncExternalStore } from 'react'
import { keepOnDevice } from '../../ui/keep-on-device.ts'

export type ColorScheme = 'light' | 'dark'
/** `device` follows the device's own setting, also when it changes in the evening. */
export type Theme = 'device' | ColorScheme

const darkDevice = '(prefers-color-scheme: dark)'

/** `boot.js` has put the stored choice on the root element; that element is the one place that knows it. */
function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'device'
}

function currentColorScheme(): ColorScheme {
  const theme = currentTheme()
  if (theme !== 'device') return theme
  return matchMedia(darkDevice).matches ? 'dark' : 'light'
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  keepOnDevice('tablecloth.theme', theme === 'device' ? null : theme)
}

function subscribe(listener: () => void): () => void {
  const device = matchMedia(darkDevice)
  const observer = new MutationObserver(listener)
  device.addEventListener('change', listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    device.removeEventListener('change', listener)
    observer.disconnect()
  }
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme)
}

/** What is really shown, for pictures that the server draws in one scheme or the other. */
export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, currentColorScheme)
}
