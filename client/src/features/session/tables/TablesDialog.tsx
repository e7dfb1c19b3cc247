import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Select } from '../../../ui/Field.tsx'
import { useSession } from '../session-context.ts'
import { useWords } from '../use-words.ts'
import { PlanSentence } from './PlanSentence.tsx'
import { planFacts } from './plan-facts.ts'
import { SeatPlan } from './SeatPlan.tsx'
import styles from './TablesDialog.module.css'
import { TablesSetUp } from './TablesSetUp.tsx'
import { likelyTableCount } from './table-choices.ts'
import { firstOpenRound, type TableSet, tableSets } from './table-sets.ts'
import { useSeatPlan } from './use-seat-plan.ts'
import { useTablePeople } from './use-table-people.ts'

export type TablesDialogProps = {
  /** Which step's tables are meant; else those of the step that runs, or comes first. */
  readonly stepId: string | undefined
  readonly onClose: () => void
}

/** For facilitators: who sits where, in all rounds of a session, before it begins or while it runs. */
export function TablesDialog({ stepId, onClose }: TablesDialogProps) {
  const { t } = useTranslation('tables')
  const { titleOf } = useWords()
  const session = useSession()
  const sets = tableSets(session?.plan.steps ?? [])
  const wanted = stepId ?? (session?.run.status === 'running' ? session.run.stepId : undefined)
  const likely = sets.findIndex(({ steps }) => steps.some(({ id }) => id === wanted))
  const [chosen, setChosen] = useState(Math.max(0, likely))
  const set = sets[chosen] ?? sets[0]
  return (
    <Dialog isOpen onClose={onClose} title={t('plan.title')} size="large">
      {sets.length > 1 ? (
        <Select
          label={t('plan.set')}
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
          className={styles.set}
        >
          {sets.map(({ steps }, i) => (
            <option key={steps[0]?.id} value={i}>
              {steps.map(titleOf).join(' · ')}
            </option>
          ))}
        </Select>
      ) : null}
      {session && set ? (
        <SetPlan key={set.zones.join()} {...{ session, set, onClose }} />
      ) : (
        <EmptyState title={t('plan.noStep.title')} text={t('plan.noStep.text')} />
      )}
    </Dialog>
  )
}

type SetPlanProps = { readonly session: SessionView; readonly set: TableSet; readonly onClose: () => void }

function SetPlan({ session, set, onClose }: SetPlanProps) {
  const { t } = useTranslation('tables')
  const { zoneName, titleOf } = useWords()
  const { guests, people } = useTablePeople()
  const { draft, planning, isChanged, change, seat, host, planAll, apply } = useSeatPlan(session, set, guests)
  const [tableCount, setTableCount] = useState<number>()
  const heads = guests.reduce((sum, { count }) => sum + count, 0)
  const count = tableCount ?? likelyTableCount(heads, set.zones.length)
  const from = firstOpenRound(draft)
  const isOver = from >= draft.rounds.length
  const isSeated = draft.plan.some((seating) => seating.some((table) => table.length > 0))
  const facts = planFacts(draft.plan, guests, new Set(Object.keys(draft.hosts)))
  const titles = draft.rounds.map(({ stepIds }) => {
    const first = set.steps.find(({ id }) => id === stepIds[0])
    return first ? titleOf(first) : ''
  })
  return (
    <div className={styles.content}>
      {people.size === 0 ? (
        <EmptyState title={t('plan.nobody.title')} text={t('plan.nobody.text')} />
      ) : (
        <>
          {isOver ? null : (
            <TablesSetUp
              {...{ set, heads }}
              rule={draft.rule}
              roundCount={draft.rounds.length}
              tableCount={count}
              onTableCount={setTableCount}
              onRule={(rule) => change({ rule: { ...draft.rule, ...rule } })}
            >
              <Button
                kind={isSeated ? 'plain' : 'primary'}
                isBusy={planning === 'busy'}
                onClick={() => void planAll(count)}
              >
                {isSeated ? t(from > 0 ? 'plan.rest' : 'plan.again') : t('plan.do')}
              </Button>
            </TablesSetUp>
          )}
          <div role="status" className={styles.status}>
            {planning === 'failed' ? <p className={styles.failed}>{t('plan.failed')}</p> : null}
            {isSeated ? <PlanSentence facts={facts} roundCount={draft.rounds.length} /> : null}
          </div>
          {isSeated ? (
            <SeatPlan
              {...{ people, titles }}
              plan={draft.plan}
              hosts={draft.hosts}
              tables={set.zones.map((zone) => ({ zone, name: zoneName(zone) }))}
              fromRound={from}
              onSeat={seat}
              onHost={host}
            />
          ) : null}
        </>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t(isChanged ? 'plan.cancel' : 'plan.close')}</Button>
        {isChanged ? (
          <Button kind="primary" onClick={() => void apply().then((isDone) => (isDone ? onClose() : undefined))}>
            {t(session.run.status === 'running' ? 'plan.applyNow' : 'plan.apply')}
          </Button>
        ) : null}
      </DialogActions>
    </div>
  )
}
