import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../i18n/languages.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { MenuChoice } from '../../ui/Menu.tsx'
import { chooseTheme, type Theme, useTheme } from './color-scheme.ts'

const languageOptions = (Object.keys(languages) as Language[]).map((language) => ({
  value: language,
  label: languages[language].name,
  lang: language,
}))

/** Language and colours, as part of a menu. Kept on this device. */
export function PreferenceItems() {
  const { t } = useTranslation()
  const { language, choose } = useLanguage()
  const theme = useTheme()
  const themes: readonly { value: Theme; label: string }[] = [
    { value: 'device', label: t('theme.device') },
    { value: 'light', label: t('theme.light') },
    { value: 'dark', label: t('theme.dark') },
  ]
  return (
    <>
      <MenuChoice label={t('language')} value={language} options={languageOptions} onChoose={choose} />
      <MenuChoice label={t('theme.label')} value={theme} options={themes} onChoose={chooseTheme} />
    </>
  )
}
