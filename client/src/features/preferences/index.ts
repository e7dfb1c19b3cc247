export { type ColorScheme, useColorScheme } from './color-scheme.ts'
export { PreferenceItems } from './PreferenceItems.tsx'
export { PreferencesMenu } from './PreferencesMenu.tsx'
