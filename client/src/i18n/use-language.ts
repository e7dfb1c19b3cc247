import { useTranslation } from 'react-i18next'
import { chooseLanguage } from './i18n.ts'
import { isLanguage, type Language, languages } from './languages.ts'

/** The language the page is shown in now, its direction, and how to choose another. */
export function useLanguage(): { language: Language; dir: 'ltr' | 'rtl'; choose: (language: Language) => void } {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return {
    language,
    dir: languages[language].dir,
    choose: (next) => void chooseLanguage(i18n, next),
  }
}
