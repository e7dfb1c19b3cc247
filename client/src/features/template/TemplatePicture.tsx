import type { TemplateSummary } from '#shared/http/templates.ts'
import { templatePictureUrl } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useColorScheme } from '../preferences/index.ts'
import styles from './NewBoardPage.module.css'

/** The whole board in small. What it shows is listed in words on the preview. */
export function TemplatePicture({ template }: { readonly template: TemplateSummary }) {
  const scheme = useColorScheme()
  const { language } = useLanguage()
  return <img className={styles.picture} src={templatePictureUrl(template, scheme, language)} alt="" decoding="async" />
}
