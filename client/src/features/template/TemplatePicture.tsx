import type { TemplateCard } from '#shared/http/templates.ts'
import { templatePictureUrl } from '../../api/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Picture } from '../../ui/Picture.tsx'
import { savesData, useColorScheme } from '../preferences/index.ts'
import styles from './NewBoardPage.module.css'

type TemplatePictureProps = {
  readonly template: TemplateCard
  /** Of the one template that somebody looks at; a gallery of them is left out while data is saved. */
  readonly isLarge?: boolean
}

/** The whole board in small. What it shows is listed in words on the preview. */
export function TemplatePicture({ template, isLarge = false }: TemplatePictureProps) {
  const scheme = useColorScheme()
  const { language } = useLanguage()
  if (savesData() && !isLarge) return null
  return (
    <Picture
      url={templatePictureUrl(template, scheme, language, isLarge ? 'whole' : 'card')}
      className={isLarge ? undefined : styles.cardPicture}
    />
  )
}
