import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxExpectedPeople, maxPlanTitleLength } from '#shared/session/bounds.ts'
import { fromLocalInput, toLocalInput } from '#shared/session/local-time.ts'
import { type Plan, sessionFormats } from '#shared/session/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import styles from './PlanDialog.module.css'
import { knownTimeZone, listTimeZones } from './time-zone.ts'
import { useCommand } from './use-command.ts'

type Details = Omit<Plan, 'steps'>

/** When and how: everything of a plan but its steps. */
export function PlanDialog({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const zone = knownTimeZone(plan.timeZone)
  const [title, setTitle] = useState(plan.title)
  const [timeZone, setTimeZone] = useState(zone)
  const [starts, setStarts] = useState(plan.startsAtMs === null ? '' : toLocalInput(plan.startsAtMs, zone))
  const [format, setFormat] = useState(plan.format)
  const [meetingUrl, setMeetingUrl] = useState(plan.meetingUrl ?? '')
  const [people, setPeople] = useState(plan.expectedPeople === null ? '' : String(plan.expectedPeople))
  const [isChecked, setIsChecked] = useState(false)

  const url = meetingUrl.trim()
  const isUrlFine = url === '' || /^https?:\/\/[^\s]+$/i.test(url)
  const count = people.trim() === '' ? null : Number(people)
  const isCountFine = count === null || (Number.isInteger(count) && count >= 0 && count <= maxExpectedPeople)

  const save = () => {
    setIsChecked(true)
    if (!isUrlFine || !isCountFine) return
    const details: Details = {
      ...{ title: title.trim(), timeZone, format, expectedPeople: count },
      startsAtMs: starts === '' ? null : fromLocalInput(starts, timeZone),
      meetingUrl: url === '' ? null : url,
    }
    void say({ type: 'update_plan', changes: details })
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('plan.details')}>
      <Form onSubmit={save}>
        <Field
          label={t('plan.title')}
          value={title}
          maxLength={maxPlanTitleLength}
          dir="auto"
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className={styles.row}>
          <Field
            label={t('plan.start')}
            type="datetime-local"
            value={starts}
            onChange={(event) => setStarts(event.target.value)}
          />
          <Select label={t('plan.timeZone')} value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
            {listTimeZones(timeZone).map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </div>
        <div className={styles.row}>
          <Select
            label={t('plan.format')}
            value={format}
            onChange={(event) => setFormat(sessionFormats.find((each) => each === event.target.value) ?? format)}
          >
            {sessionFormats.map((each) => (
              <option key={each} value={each}>
                {t(`format.${each}`)}
              </option>
            ))}
          </Select>
          <Field
            label={t('plan.expectedPeople')}
            isOptional
            inputMode="numeric"
            value={people}
            error={isChecked && !isCountFine ? t('plan.check.people') : undefined}
            onChange={(event) => setPeople(event.target.value)}
          />
        </div>
        <Field
          label={t('plan.meetingUrl')}
          isOptional
          type="url"
          dir="ltr"
          value={meetingUrl}
          error={isChecked && !isUrlFine ? t('plan.check.url') : undefined}
          onChange={(event) => setMeetingUrl(event.target.value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('plan.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
