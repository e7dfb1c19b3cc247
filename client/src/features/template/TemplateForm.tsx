import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateCard, TemplateWords } from '#shared/http/templates.ts'
import { maxTemplateSummaryLength, maxTitleLength } from '#shared/limits.ts'
import { templateCategories, templateStages } from '#shared/templates/template.ts'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import styles from './TemplateForm.module.css'

export type TemplateFormProps = {
  readonly given: Pick<TemplateCard, 'title' | 'summary' | 'category' | 'stage' | 'people'>
  readonly action: string
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly onSave: (words: TemplateWords) => void
  readonly onClose: () => void
}

/** What the gallery says of a template, and finds it by. */
export function TemplateForm({ given, action, problem, isBusy, onSave, onClose }: TemplateFormProps) {
  const { t } = useTranslation('template')
  const [title, setTitle] = useState(given.title)
  const [summary, setSummary] = useState(given.summary)
  const [category, setCategory] = useState(given.category)
  const [stage, setStage] = useState(given.stage)
  const [least, setLeast] = useState(String(given.people.min))
  const [most, setMost] = useState(String(given.people.max))
  const [isChecked, setIsChecked] = useState(false)
  const isUntitled = title.trim() === ''
  const people = { min: Number(least), max: Number(most) }
  const isCrowdWrong = people.min < 1 || people.max < people.min
  const save = () => {
    setIsChecked(true)
    if (isUntitled || isCrowdWrong || isBusy) return
    onSave({ title: title.trim(), summary: summary.trim(), category, stage, people })
  }
  return (
    <Form onSubmit={save} problem={problem}>
      <Field
        label={t('own.title')}
        required
        dir="auto"
        maxLength={maxTitleLength}
        value={title}
        error={isChecked && isUntitled ? t('check.title') : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        label={t('own.summary')}
        hint={t('own.summaryHint')}
        dir="auto"
        rows={2}
        maxLength={maxTemplateSummaryLength}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <Select
          label={t('filter')}
          value={category}
          onChange={({ currentTarget }) =>
            setCategory(templateCategories.find((one) => one === currentTarget.value) ?? category)
          }
        >
          {templateCategories.map((one) => (
            <option key={one} value={one}>
              {t(`category.${one}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('find.stage')}
          value={stage}
          onChange={({ currentTarget }) => setStage(templateStages.find((one) => one === currentTarget.value) ?? stage)}
        >
          {templateStages.map((one) => (
            <option key={one} value={one}>
              {t(`stage.${one}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('own.least')}
          inputMode="numeric"
          maxLength={4}
          value={least}
          error={isChecked && isCrowdWrong ? t('own.peopleWrong') : undefined}
          onChange={(event) => setLeast(event.currentTarget.value.replace(/\D/g, ''))}
        />
        <Field
          label={t('own.most')}
          inputMode="numeric"
          maxLength={4}
          value={most}
          onChange={(event) => setMost(event.currentTarget.value.replace(/\D/g, ''))}
        />
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('own.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {action}
        </Button>
      </DialogActions>
    </Form>
  )
}
