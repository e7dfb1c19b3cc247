export { type ColorScheme, useColorScheme } from './color-scheme.ts'
export { PreferenceItems } from './PreferenceItems.tsx'
export { PreferencesButton } from './PreferencesButton.tsx'
export { chooseToSaveData, chosenToSaveData, savesData } from './saves-data.ts'
