import { Ellipsis, GripVertical, Moon } from 'lucide-react'
import { type ComponentPropsWithoutRef, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schedule } from '#shared/session/schedule.ts'
import type { GoesOn, Step } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import drag from '../../ui/DragRow.module.css'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import type { DragOrder } from '../../ui/use-drag-order.ts'
import { DayHeading } from './DayHeading.tsx'
import { StepDetails } from './StepDetails.tsx'
import styles from './StepRow.module.css'
import { StepTimes } from './StepTimes.tsx'
import { useSessionPlace } from './session-context.ts'
import { knownTimeZone } from './time-zone.ts'
import { useCommand } from './use-command.ts'
import { useMoveOn } from './use-move-on.ts'
import { useWords } from './use-words.ts'

export type StepRowProps = {
  readonly session: SessionView
  readonly step: Step
  readonly index: number
  readonly schedule: Schedule
  readonly isInHand: boolean
  readonly dropSide: 'before' | 'after' | undefined
  readonly handleProps: ReturnType<DragOrder['handleProps']> & ComponentPropsWithoutRef<'button'>
  readonly onMove: (to: number) => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One step of the run of show: when, what, how long; more of it when it is asked for. */
export function StepRow(props: StepRowProps) {
  const { session, step, index, schedule, isInHand, dropSide, handleProps, onEdit } = props
  const { t } = useTranslation('session')
  const { titleOf, zoneNames, dayTime, time } = useWords()
  const { moveOn, isMoving } = useMoveOn()
  const { canvas, waysOn } = useSessionPlace()
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const { run, plan } = session
  const isRunning = run.status === 'running'
  const isCurrent = isRunning && run.stepId === step.id
  const isPast = isRunning && plan.steps.findIndex(({ id }) => id === run.stepId) > index
  const title = titleOf(step)
  const goesOnWords = ({ daysLater, minuteOfDay }: GoesOn) => {
    const nextMs = schedule.dayStartsMs[schedule.steps[index]?.day ?? 0]
    return schedule.isStartKnown && nextMs !== undefined
      ? t('days.goesOn', { when: dayTime(nextMs, { timeZone: knownTimeZone(plan.timeZone) }) })
      : t('days.later', { count: daysLater, time: time(minuteOfDay * 60_000, 'UTC') })
  }
  const facts = step.goesOn
    ? [goesOnWords(step.goesOn)]
    : [t(`mode.${step.mode}.name`), ...(step.zones.length > 0 ? [zoneNames(step.zones)] : [])]
  return (
    <li
      className={classNames(drag.row, styles.row)}
      data-state={isCurrent ? 'current' : isPast ? 'past' : 'coming'}
      data-in-hand={isInHand || undefined}
      data-drop={dropSide}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <DayHeading {...{ session, schedule, index }} />
      <div className={styles.line}>
        <button type="button" className={drag.handle} aria-label={t('steps.move', { title })} {...handleProps}>
          <GripVertical size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.main}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <StepTimes {...{ session, schedule, index, isPast }} />
          <span className={styles.words}>
            <span className={styles.title} dir="auto">
              {title}
            </span>
            {isPast && !isOpen ? null : <span className={styles.facts}>{facts.join(' · ')}</span>}
          </span>
          <span className={styles.minutes}>
            {step.goesOn ? <Moon size={16} aria-hidden="true" /> : t('minutesShort', { count: step.minutes })}
          </span>
        </button>
        <StepMenu {...props} title={title} isCurrent={isCurrent} />
      </div>
      <div id={detailsId} className={styles.details} hidden={!isOpen}>
        {isOpen ? <StepDetails step={step} /> : null}
        {isOpen && canvas ? waysOn?.({ canvas, session, step }) : null}
        <div className={styles.actions}>
          {isRunning && !isCurrent ? (
            <Button
              size="small"
              kind="primary"
              isBusy={isMoving}
              onClick={() => moveOn({ type: 'jump', stepId: step.id })}
            >
              {t('steps.goHere')}
            </Button>
          ) : null}
          <Button size="small" onClick={onEdit}>
            {t('steps.edit')}
          </Button>
        </div>
      </div>
    </li>
  )
}

type StepMenuProps = StepRowProps & { readonly title: string; readonly isCurrent: boolean }

function StepMenu({ session, step, index, title, isCurrent, onMove, onEdit, onRemove }: StepMenuProps) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const { moveOn } = useMoveOn()
  const { run, plan } = session
  return (
    <Menu
      trigger={
        <IconButton label={t('steps.more', { title })} size="small">
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      }
    >
      {run.status === 'running' && !isCurrent ? (
        <MenuItem onSelect={() => moveOn({ type: 'jump', stepId: step.id })}>{t('steps.goHere')}</MenuItem>
      ) : null}
      <MenuItem onSelect={onEdit}>{t('steps.edit')}</MenuItem>
      <MenuItem onSelect={() => void say({ type: 'copy_step', stepId: step.id })}>{t('steps.copy')}</MenuItem>
      <MenuItem isDisabled={index === 0} onSelect={() => onMove(index - 1)}>
        {t('steps.moveUp')}
      </MenuItem>
      <MenuItem isDisabled={index === plan.steps.length - 1} onSelect={() => onMove(index + 1)}>
        {t('steps.moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous isDisabled={isCurrent} onSelect={onRemove}>
        {t('steps.remove')}
      </MenuItem>
    </Menu>
  )
}
