import { ToggleGroup } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { localise } from '#shared/board/local-text.ts'
import { isAllowed, type NoteValue } from '#shared/board/note-values.ts'
import { sayValue } from '#shared/board/value-words.ts'
import type { AmountField, DateField, ScaleField, WordsField, ZoneField } from '#shared/board/zone-fields.ts'
import { formatNumber } from '#shared/formats.ts'
import { maxValueLength } from '#shared/limits.ts'
import type { FieldState } from '../../canvas/values/canvas-values.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import { Stepper } from '../../ui/Stepper.tsx'
import tones from './tones.module.css'
import { useDraft } from './use-draft.ts'
import styles from './ValueField.module.css'

export type ValueFieldProps = {
  readonly state: FieldState
  readonly onSet: (value: NoteValue | undefined) => void
}

/** More steps than this are counted up and down. */
const mostButtons = 11

/** Sets one value: every word of a choice is one press away, and pressed again it goes. */
export function ValueField({ state, onSet }: ValueFieldProps) {
  const { field } = state
  switch (field.kind) {
    case 'choice':
      return <Choices state={state} values={field.options.map(({ value }) => value)} onSet={onSet} />
    case 'scale':
      return field.max - field.min < mostButtons ? (
        <Choices
          state={state}
          values={Array.from({ length: field.max - field.min + 1 }, (_, i) => field.min + i)}
          onSet={onSet}
        />
      ) : (
        <Steps state={state} field={field} onSet={onSet} />
      )
    case 'amount':
    case 'date':
    case 'words':
      return <Typed state={state} field={field} onSet={onSet} />
  }
}

/** Its name, and that several notes say different things of it. */
function FieldName({
  id,
  state,
  children,
}: {
  readonly id: string
  readonly state: FieldState
  readonly children?: ReactNode
}) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  return (
    <span className={styles.name} id={id}>
      {localise(state.field.label, language)}
      {children}
      {state.isMixed ? <span className={styles.mixed}> {t('mixed')}</span> : null}
    </span>
  )
}

function Choices({ state, values, onSet }: ValueFieldProps & { readonly values: readonly NoteValue[] }) {
  const { language } = useLanguage()
  const id = useId()
  const isFigures = state.field.kind === 'scale' && state.field.words.length === 0
  const choose = (chosen: string) => onSet(values.find((value) => String(value) === chosen))
  return (
    <div className={styles.field}>
      <FieldName id={id} state={state} />
      <ToggleGroup.Root
        type="single"
        className={styles.choices}
        aria-labelledby={id}
        value={state.value === undefined ? '' : String(state.value)}
        onValueChange={choose}
      >
        {values.map((value) => (
          <ToggleGroup.Item
            key={value}
            value={String(value)}
            className={classNames(styles.choice, isFigures && styles.figure)}
            aria-label={sayValue(state.field, value, language).word}
          >
            <Said field={state.field} value={value} isFigure={isFigures} />
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  )
}

function Said({
  field,
  value,
  isFigure,
}: {
  readonly field: ZoneField
  readonly value: NoteValue
  readonly isFigure: boolean
}) {
  const { language } = useLanguage()
  const { symbol, word, tone } = sayValue(field, value, language)
  if (isFigure) {
    const signDisplay = field.kind === 'scale' && field.min < 0 ? 'exceptZero' : 'auto'
    return formatNumber(Number(value), language, { signDisplay })
  }
  return (
    <>
      <span className={tones[tone]} aria-hidden="true">
        {symbol}
      </span>
      {word}
    </>
  )
}

function Steps({ state, field, onSet }: ValueFieldProps & { readonly field: ScaleField }) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const label = localise(field.label, language)
  const value = typeof state.value === 'number' ? state.value : undefined
  const middle = Math.round((field.min + field.max) / 2)
  return (
    <Stepper
      label={label}
      value={value ?? middle}
      text={value === undefined ? t(state.isMixed ? 'mixed' : 'none') : sayValue(field, value, language).word}
      least={field.min}
      most={field.max}
      words={{ less: t('less', { label }), more: t('more', { label }) }}
      onChange={(next) => onSet(value === undefined ? middle : next)}
    />
  )
}

type TypedProps = ValueFieldProps & { readonly field: AmountField | DateField | WordsField }

function Typed({ state, field, onSet }: TypedProps) {
  const { language } = useLanguage()
  const id = useId()
  const draft = useDraft(state.value === undefined ? '' : String(state.value), (text) => {
    const typed = text.trim()
    if (typed === '') onSet(undefined)
    const value = field.kind === 'amount' ? Number(typed) : typed
    if (typed !== '' && isAllowed(field, value)) onSet(value)
  })
  const unit = field.kind === 'amount' ? localise(field.unit, language) : ''
  return (
    <div className={styles.field}>
      <FieldName id={id} state={state}>
        {unit === '' ? null : <span className={styles.unit}> ({unit})</span>}
      </FieldName>
      <input
        {...inputs[field.kind]}
        {...draft}
        className={classNames(styles.input, styles[field.kind])}
        aria-labelledby={id}
        onChange={(event) => draft.onChange(event.currentTarget.value)}
      />
    </div>
  )
}

const inputs = {
  amount: { type: 'number', step: 'any', inputMode: 'decimal' },
  date: { type: 'date', max: '9999-12-31' },
  words: { type: 'text', dir: 'auto', maxLength: maxValueLength, autoComplete: 'off' },
} as const
