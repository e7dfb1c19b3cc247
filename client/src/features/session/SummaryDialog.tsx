import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '#shared/http/sessions.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { getSessionSummary } from '../../api/sessions.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import tables from '../../ui/PlainTable.module.css'
import { Progress } from '../../ui/Progress.tsx'
import { countryName } from '../country/index.ts'
import { ProblemState } from '../problem/index.ts'
import { notesByZone } from './notes-by-zone.ts'
import styles from './SummaryDialog.module.css'
import { SummaryVotes } from './SummaryVotes.tsx'
import { useSessionPlace } from './session-context.ts'
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
  const { language } = useLanguage()
  const { text, duration, time, number, zoneName } = useWords()
  const { plan, startedAtMs, endedAtMs, people, countries, organisations } = summary
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const zones = notesByZone(summary.visits)
  return (
    <div className={styles.summary}>
      <p>
        {t('summary.when', {
          start: time(startedAtMs),
          end: time(endedAtMs),
          duration: duration(endedAtMs - startedAtMs),
          planned: duration(plan.steps.reduce((sum, { minutes }) => sum + minutes, 0) * 60_000),
        })}
      </p>
      <dl className={styles.figures}>
        <Figure name={t('summary.people')} value={number(people.reduce((sum, { standsFor }) => sum + standsFor, 0))} />
        <Figure name={t('summary.countries')} value={number(countries.length)} />
        <Figure name={t('summary.organisations')} value={number(organisations.length)} />
      </dl>
      {countries.length > 0 ? (
        <p className={styles.soft}>{list.format(countries.map((code) => countryName(code, language)))}</p>
      ) : null}
      {organisations.length > 0 ? <p className={styles.soft}>{list.format(organisations)}</p> : null}
      <h3>{t('summary.steps')}</h3>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('fit.step')}</th>
            <th scope="col">{t('summary.planned')}</th>
            <th scope="col">{t('summary.real')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.steps.map((step) => (
            <tr key={step.stepId}>
              <th scope="row" dir="auto">
                {text(step.title) || t('step.untitled')}
              </th>
              <td>
                {step.plannedMinutes === null ? t('summary.added') : t('minutesShort', { count: step.plannedMinutes })}
              </td>
              <td>{step.realMs === null ? t('summary.skipped') : duration(step.realMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SummaryVotes summary={summary} />
      <h3>{t('summary.notes')}</h3>
      {zones.length === 0 ? <p className={styles.soft}>{t('summary.noNotes')}</p> : null}
      <ul className={styles.zones}>
        {zones.map(({ zone, count }) => (
          <li key={zone}>
            <span dir="auto">{zone === '' ? t('summary.outside') : zoneName(zone)}</span>
            <strong>{t('summary.items', { count })}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
