import { useTranslation } from 'react-i18next'
import { maxChallengeLength, maxPersonNameLength, maxTitleLength } from '#shared/limits.ts'
import { Field, TextArea } from '../../ui/Field.tsx'

/** What a facilitator says of a pilot, when it begins and later. */
export type PilotWords = {
  readonly title: string
  readonly challenge: string
  readonly department: string
  readonly owner: string
}

export type PilotFieldsProps = {
  readonly words: PilotWords
  readonly onChange: (words: PilotWords) => void
  /** Says that the title is missing, once somebody has tried without. */
  readonly isTitleMissed: boolean
}

export function PilotFields({ words, onChange, isTitleMissed }: PilotFieldsProps) {
  const { t } = useTranslation('pilot')
  const field = (name: keyof PilotWords) => ({
    label: t(`field.${name}`),
    dir: 'auto' as const,
    value: words[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...words, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <Field
        {...field('title')}
        required
        maxLength={maxTitleLength}
        error={isTitleMissed ? t('check.title') : undefined}
      />
      <TextArea {...field('challenge')} isOptional hint={t('hint.challenge')} maxLength={maxChallengeLength} />
      <Field {...field('department')} isOptional hint={t('hint.department')} maxLength={maxTitleLength} />
      <Field {...field('owner')} isOptional maxLength={maxPersonNameLength} />
    </>
  )
}
