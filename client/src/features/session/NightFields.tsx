import { useTranslation } from 'react-i18next'
import { isGoesOnFine, maxDaysLater } from '#shared/session/bounds.ts'
import type { GoesOn } from '#shared/session/session.ts'
import { Checkbox } from '../../ui/CheckboxGroup.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './NightFields.module.css'
import { numberIn } from './number-in.ts'

/** Ten o’clock on the next day. */
const usual: GoesOn = { daysLater: 1, minuteOfDay: 10 * 60 }

export type NightFieldsProps = {
  readonly goesOn: GoesOn | null
  readonly isChecked: boolean
  readonly onChange: (goesOn: GoesOn | null) => void
}

/** Whether a break lasts until another day, and when the session goes on then. */
export function NightFields({ goesOn, isChecked, onChange }: NightFieldsProps) {
  const { t } = useTranslation('session')
  return (
    <>
      <Checkbox
        label={t('edit.night.label')}
        hint={t('edit.night.hint')}
        isChecked={goesOn !== null}
        onChange={(isNight) => onChange(isNight ? usual : null)}
      />
      {goesOn ? (
        <div className={styles.row}>
          <Field
            label={t('edit.night.days')}
            hint={t('edit.night.daysHint')}
            inputMode="numeric"
            defaultValue={goesOn.daysLater}
            error={isChecked && !isGoesOnFine(goesOn) ? t('edit.night.check', { most: maxDaysLater }) : undefined}
            onChange={(event) => onChange({ ...goesOn, daysLater: numberIn(event.target.value) })}
          />
          <Field
            label={t('edit.night.time')}
            type="time"
            defaultValue={toClock(goesOn.minuteOfDay)}
            onChange={({ target }) =>
              onChange({ ...goesOn, minuteOfDay: fromClock(target.value) ?? goesOn.minuteOfDay })
            }
          />
        </div>
      ) : null}
    </>
  )
}

/** `09:30`, as a `time` field takes it. */
function toClock(minuteOfDay: number): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`
}

/** Undefined while the field is not filled in. */
function fromClock(text: string): number | undefined {
  const [hours, minutes] = text.split(':').map(Number)
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes
}
