import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '#shared/http/sessions.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { getSessionSummary } from '../../api/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import tables from '../../ui/PlainTable.module.css'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import { notesByZone } from './notes-by-zone.ts'
import styles from './SummaryDialog.module.css'
import { SummaryEnd } from './SummaryEnd.tsx'
import { SummaryPeople } from './SummaryPeople.tsx'
import { SummaryTables } from './SummaryTables.tsx'
import { SummaryVotes } from './SummaryVotes.tsx'
import { useSessionPlace } from './session-context.ts'
import { knownTimeZone } from './time-zone.ts'
import { useWords } from './use-words.ts'

export type SummaryDialogProps = {
  readonly sessionId: string
  readonly onClose: () => void
  readonly onCheckpoints: (() => void) | undefined
}

/** What became of a session: how long each step took, what was written where, and who took part. */
export function SummaryDialog({ sessionId, onClose, onCheckpoints }: SummaryDialogProps) {
  const { t } = useTranslation('session')
  const { board } = useSessionPlace()
  const summary = useQuery({
    queryKey: queryKeys.sessionSummary(board.id, sessionId),
    queryFn: ({ signal }) => getSessionSummary(board.id, sessionId, signal),
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('summary.title')} size="large">
      {summary.isPending ? <Progress label={t('summary.loading')} /> : null}
      {summary.isError ? <ProblemState error={summary.error} query={summary} /> : null}
      {summary.data ? <Content summary={summary.data} /> : null}
      <DialogActions>
        {onCheckpoints ? (
          <Button
            onClick={() => {
              onClose()
              onCheckpoints()
            }}
          >
            {t('summary.checkpoints')}
          </Button>
        ) : null}
        <Button kind="primary" onClick={onClose}>
          {t('summary.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Content({ summary }: { readonly summary: SessionSummary }) {
  const { t } = useTranslation('session')
  const { titleOf, nameList, duration, tookMinutes, span, time, zoneName } = useWords()
  const { canvas } = useSessionPlace()
  const { plan, startedAtMs, endedAtMs } = summary
  const timeZone = knownTimeZone(plan.timeZone)
  const isZoneNamed = time(startedAtMs) !== time(startedAtMs, timeZone)
  const zones = notesByZone(summary.visits)
  const nights = new Set(plan.steps.flatMap(({ id, goesOn }) => (goesOn ? [id] : [])))
  const nightsMs = summary.steps.reduce((sum, { stepId, realMs }) => sum + (nights.has(stepId) ? (realMs ?? 0) : 0), 0)
  const keptLate = summary.visits.filter(({ isKeptLate }) => isKeptLate).map((visit) => titleOf(visit))
  return (
    <div className={styles.summary}>
      <p>
        <bdi className={styles.name}>{plan.title}</bdi>
        {t('summary.when', {
          span: span(startedAtMs, endedAtMs, { timeZone, isZoneNamed }),
          duration: duration(endedAtMs - startedAtMs - nightsMs),
          planned: duration(plan.steps.reduce((sum, { minutes }) => sum + minutes, 0) * 60_000),
        })}
      </p>
      <SummaryPeople summary={summary} />
      <h3>{t('summary.steps')}</h3>
      <table className={classNames(tables.table, tables.figures)}>
        <thead>
          <tr>
            <th scope="col">{t('fit.step')}</th>
            <th scope="col">{t('summary.planned')}</th>
            <th scope="col">{t('summary.real')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.steps
            .filter(({ stepId }) => !nights.has(stepId))
            .map((step) => (
              <tr key={step.stepId}>
                <th scope="row">
                  <bdi>{titleOf(step)}</bdi>
                </th>
                <td>
                  {step.plannedMinutes === null
                    ? t('summary.added')
                    : t('minutesShort', { count: step.plannedMinutes })}
                </td>
                <td>{step.realMs === null ? t('summary.skipped') : tookMinutes(step.realMs)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {canvas ? <SummaryEnd summary={summary} canvas={canvas} /> : null}
      <SummaryTables summary={summary} />
      <SummaryVotes summary={summary} />
      <h3>{t('summary.notes')}</h3>
      {zones.length === 0 ? <p className={styles.soft}>{t('summary.noNotes')}</p> : null}
      <ul className={styles.zones}>
        {zones.map(({ zone: key, count }) => (
          <li key={key}>
            <bdi>{key === '' ? t('summary.outside') : zoneName(key)}</bdi>
            <strong>{t('summary.items', { count })}</strong>
          </li>
        ))}
      </ul>
      {keptLate.length > 0 ? (
        <p className={styles.soft}>{t('summary.keptLate', { steps: nameList(keptLate) })}</p>
      ) : null}
    </div>
  )
}
