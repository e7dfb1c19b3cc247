import { SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateCard } from '#shared/http/templates.ts'
import { templateCategories, templateStages } from '#shared/templates/template.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { countByCategory, type TemplateWishes } from './find-templates.ts'
import { PutAwayTemplates } from './PutAwayTemplates.tsx'
import styles from './TemplateFilters.module.css'

/** An exercise, an hour and a half, an afternoon, a day. */
const times = [45, 90, 180, 480] as const

export /** What serves every stage is found with each of them. */
const wishedStages = templateStages.filter((stage) => stage !== 'any')

type TemplateFiltersProps = {
  readonly templates: readonly TemplateCard[]
  readonly wishes: TemplateWishes
  readonly onChange: (changes: Partial<TemplateWishes>) => void
}

/** Beside the cards; on a phone above them, folded away but for the search. */
export function TemplateFilters({ templates, wishes, onChange }: TemplateFiltersProps) {
  const { t } = useTranslation('template')
  const isPhone = useMediaQuery(phoneWidth)
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const count = [wishes.isOwn, wishes.category, wishes.stage, wishes.people, wishes.minutes].filter(Boolean).length
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('find.words')}
        placeholder={t('find.wordsHint')}
        typed={wishes.words}
        onChange={(words) => onChange({ words })}
      />
      {isPhone ? (
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          <SlidersHorizontal size={16} aria-hidden="true" />
          {count > 0 ? t('find.filtersOn', { count }) : t('find.filters')}
        </Button>
      ) : null}
      <div id={id} className={styles.fields} hidden={isPhone && !isOpen}>
        {templates.some(({ isOwn }) => isOwn) ? (
          <Switch label={t('own.only')} isOn={wishes.isOwn} onChange={(isOwn) => onChange({ isOwn })} />
        ) : null}
        {isPhone ? null : <Categories {...{ templates, wishes, onChange }} />}
        {isPhone ? (
          <Select
            label={t('filter')}
            value={wishes.category ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ category: oneOf(templateCategories, value) })}
          >
            <option value="">{t('category.all')}</option>
            {templateCategories.map((category) => (
              <option key={category} value={category}>
                {t(`category.${category}`)}
              </option>
            ))}
          </Select>
        ) : null}
        <Field
          label={t('find.people')}
          inputMode="numeric"
          maxLength={4}
          placeholder={t('find.any')}
          value={wishes.people ?? ''}
          onChange={(event) => onChange({ people: Number(event.currentTarget.value.replace(/\D/g, '')) || undefined })}
        />
        <Select
          label={t('find.minutes')}
          value={wishes.minutes ?? ''}
          onChange={(event) => onChange({ minutes: Number(event.currentTarget.value) || undefined })}
        >
          <option value="">{t('find.any')}</option>
          {times.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes <= 90 ? t('find.upToMinutes', { count: minutes }) : t('find.upToHours', { count: minutes / 60 })}
            </option>
          ))}
        </Select>
        <Select
          label={t('find.stage')}
          value={wishes.stage ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ stage: oneOf(wishedStages, value) })}
        >
          <option value="">{t('find.any')}</option>
          {wishedStages.map((stage) => (
            <option key={stage} value={stage}>
              {t(`stage.${stage}`)}
            </option>
          ))}
        </Select>
        <PutAwayTemplates />
      </div>
    </div>
  )
}

/** Each with how many there are, so that nobody goes into an empty one. */
function Categories({ templates, wishes, onChange }: TemplateFiltersProps) {
  const { t } = useTranslation('template')
  const counts = countByCategory(templates, wishes)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const name = useId()
  const rows = [
    { category: undefined, label: t('category.all'), count: all },
    ...templateCategories.flatMap((category) => {
      const count = counts.get(category)
      return count === undefined ? [] : [{ category, label: t(`category.${category}`), count }]
    }),
  ]
  return (
    <fieldset className={styles.categories}>
      <legend className={styles.legend}>{t('filter')}</legend>
      {rows.map(({ category, label, count }) => (
        <label key={label} className={styles.category}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={wishes.category === category}
            onChange={() => onChange({ category })}
          />
          <span>{label}</span>
          <span className={styles.count}>{t('find.count', { count })}</span>
        </label>
      ))}
    </fieldset>
  )
}

function oneOf<Value extends string>(values: readonly Value[], value: string): Value | undefined {
  return values.find((candidate) => candidate === value)
}
