import { useTranslation } from 'react-i18next'
import { scheduleOf } from '#shared/session/schedule.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import tables from '../../ui/PlainTable.module.css'
import { useCommand } from './use-command.ts'
import { useServerNow } from './use-server-now.ts'
import { useWords } from './use-words.ts'

/** What shortening would do, before it is done. */
export function FitDialog({ session, onClose }: { readonly session: SessionView; readonly onClose: () => void }) {
  const { t } = useTranslation('session')
  const { titleOf } = useWords()
  const say = useCommand()
  const nowMs = useServerNow(1_000)
  const { steps } = scheduleOf(session, nowMs)
  const shortened = session.plan.steps.flatMap((step, i) => {
    const fitted = steps[i]?.fittedMinutes ?? step.minutes
    return fitted < step.minutes ? [{ step, fitted }] : []
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('fit.title')} description={t('fit.text')}>
      <table className={classNames(tables.table, tables.figures)}>
        <thead>
          <tr>
            <th scope="col">{t('fit.step')}</th>
            <th scope="col">{t('fit.now')}</th>
            <th scope="col">{t('fit.then')}</th>
          </tr>
        </thead>
        <tbody>
          {shortened.map(({ step, fitted }) => (
            <tr key={step.id}>
              <th scope="row">
                <bdi>{titleOf(step)}</bdi>
              </th>
              <td>{t('minutesShort', { count: step.minutes })}</td>
              <td>{t('minutesShort', { count: fitted })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          kind="primary"
          onClick={() => {
            void say({ type: 'fit_to_end' })
            onClose()
          }}
        >
          {t('fit.action')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
