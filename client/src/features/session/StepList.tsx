import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scheduleOf } from '#shared/session/schedule.ts'
import type { Step } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { idBefore } from '../../ui/drop-place.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useDragOrder } from '../../ui/use-drag-order.ts'
import { newStep } from './new-step.ts'
import { StepDialog } from './StepDialog.tsx'
import styles from './StepList.module.css'
import { StepRow } from './StepRow.tsx'
import { stepPlace } from './step-place.ts'
import { useCommand } from './use-command.ts'
import { useServerNow } from './use-server-now.ts'
import { useWords } from './use-words.ts'

/** The next step may begin later every second that one runs over. */
const everyMs = 1_000

/** The steps in their order, with the time at which each begins. */
export function StepList({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { titleOf, number } = useWords()
  const say = useCommand()
  const toast = useToast()
  const nowMs = useServerNow(everyMs)
  const list = useRef<HTMLOListElement>(null)
  const [edited, setEdited] = useState<string | 'new'>()
  const [said, setSaid] = useState('')
  const { steps } = session.plan
  const schedule = scheduleOf(session, nowMs)
  const ids = steps.map(({ id }) => id)
  const currentId = stepPlace(session)?.step.id
  useEffect(() => {
    if (currentId) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  const move = (from: number, to: number) => {
    const step = steps[from]
    if (!step) return
    setSaid(t('steps.moved', { title: titleOf(step), number: number(to + 1), count: number(steps.length) }))
    void say({ type: 'move_step', stepId: step.id, afterId: idBefore(ids, from, to) })
  }
  const { drag, handleProps } = useDragOrder(list, steps.length, move)
  const remove = (index: number) => {
    const step = steps[index]
    if (!step) return
    const afterId = ids[index - 1] ?? null
    void say({ type: 'remove_step', stepId: step.id }).then(({ status }) => {
      if (status !== 'done') return
      toast({
        text: t('steps.removed', { title: titleOf(step) }),
        undo: () => void say({ type: 'add_step', step: withoutId(step), afterId }),
      })
    })
  }
  const editedStep = steps.find(({ id }) => id === edited)

  return (
    <div>
      {steps.length === 0 ? <p className={styles.none}>{t('steps.none')}</p> : null}
      <ol className={styles.list} ref={list} aria-label={t('rail.title')}>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            {...{ session, step, index, schedule }}
            isInHand={drag?.from === index}
            dropSide={dropSide(drag, index, steps.length)}
            handleProps={handleProps(index)}
            onMove={(to) => move(index, to)}
            onEdit={() => setEdited(step.id)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <Button onClick={() => setEdited('new')}>
          <Plus size={16} aria-hidden="true" />
          {t('steps.add')}
        </Button>
      </div>
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
      {edited === 'new' ? (
        <StepDialog
          step={newStep()}
          isNew
          onClose={() => setEdited(undefined)}
          onSave={(step) => void say({ type: 'add_step', step, afterId: ids.at(-1) ?? null })}
        />
      ) : null}
      {editedStep ? (
        <StepDialog
          step={withoutId(editedStep)}
          onClose={() => setEdited(undefined)}
          onSave={(changes) => void say({ type: 'update_step', stepId: editedStep.id, changes })}
        />
      ) : null}
    </div>
  )
}

function withoutId({ id: _, ...step }: Step): Omit<Step, 'id'> {
  return step
}

/** Where the line is drawn at which the row in hand would be put. */
function dropSide(
  drag: { readonly place: number } | undefined,
  index: number,
  count: number,
): 'before' | 'after' | undefined {
  if (!drag) return undefined
  if (drag.place === index) return 'before'
  return drag.place === count && index === count - 1 ? 'after' : undefined
}
