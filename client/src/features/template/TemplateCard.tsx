import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TemplateCard as Card } from '#shared/http/templates.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import cardStyles from '../../ui/Card.module.css'
import styles from './NewBoardPage.module.css'
import { TemplateFacts } from './TemplateFacts.tsx'
import { TemplateKind } from './TemplateKind.tsx'
import { TemplatePicture } from './TemplatePicture.tsx'
import { templateQuery } from './template-query.ts'

export function TemplateCard({ template }: { readonly template: Card }) {
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  // Who points at a card is about to open it.
  const prepare = () => void queryClient.prefetchQuery(templateQuery(template.id, language))
  return (
    <li className={cardStyles.card} onPointerEnter={prepare} onFocus={prepare}>
      <TemplatePicture template={template} />
      <div className={styles.cardText}>
        <TemplateKind template={template} />
        <h2>
          <Link className={cardStyles.link} to={`?template=${template.id}`}>
            {template.title}
          </Link>
        </h2>
        {template.summary ? (
          <p className={styles.soft} dir="auto">
            {template.summary}
          </p>
        ) : null}
        <TemplateFacts template={template} />
      </div>
    </li>
  )
}
