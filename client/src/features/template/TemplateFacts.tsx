import { Clock, Milestone, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TemplateCard } from '#shared/http/templates.ts'
import styles from './NewBoardPage.module.css'

type TemplateFactsProps = {
  readonly template: TemplateCard
  /** With the stage of a pilot that it serves. */
  readonly isWhole?: boolean
}

/** For how many people, and how long it takes. */
export function TemplateFacts({ template, isWhole = false }: TemplateFactsProps) {
  const { t } = useTranslation('template')
  const { min, max } = template.people
  return (
    <p className={styles.facts}>
      <span>
        <Users size={16} aria-hidden="true" />
        {min === max ? t('people', { count: max }) : t('peopleRange', { min, max, count: max })}
      </span>
      {template.minutes > 0 ? (
        <span>
          <Clock size={16} aria-hidden="true" />
          <Duration minutes={template.minutes} />
        </span>
      ) : null}
      {isWhole ? (
        <span>
          <Milestone size={16} aria-hidden="true" />
          {t('stageFact', { stage: t(`stage.${template.stage}`) })}
        </span>
      ) : null}
    </p>
  )
}

/** "90 minutes", "2 hours", "2 hours 30 minutes". */
export function Duration({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation('template')
  if (minutes <= 90) return t('minutes', { count: minutes })
  const hours = t('hours', { count: Math.floor(minutes / 60) })
  const rest = minutes % 60
  return rest === 0 ? hours : t('hoursAndMinutes', { hours, minutes: t('minutes', { count: rest }) })
}
