import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pilot, PilotStage } from '#shared/http/pilots.ts'
import { Button } from '../../ui/Button.tsx'
import callout from '../../ui/Callout.module.css'
import { classNames } from '../../ui/class-names.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import { EditPilotDialog } from './EditPilotDialog.tsx'
import styles from './PilotPage.module.css'
import { StagePath } from './StagePath.tsx'
import { StopPilotDialog } from './StopPilotDialog.tsx'
import { useUpdatePilot } from './use-update-pilot.ts'

export function PilotHead({ pilot }: { readonly pilot: Pilot }) {
  const { t } = useTranslation('pilot')
  const toast = useToast()
  const problemText = useProblemText()
  const [dialog, setDialog] = useState<'edit' | 'stop'>()
  const update = useUpdatePilot(pilot.id)
  const moveTo = (stage: PilotStage) => {
    const before = { stage: pilot.stage, stoppedReason: pilot.stoppedReason }
    update.mutate(
      { stage },
      {
        onSuccess: () =>
          toast({ text: t('stageChanged', { stage: t(`stage.${stage}`) }), undo: () => update.mutate(before) }),
        onError: (error) => toast({ text: problemText(error) }),
      },
    )
  }
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h1>
          <bdi>{pilot.title}</bdi>
        </h1>
        <Button onClick={() => setDialog('edit')}>{t('edit.action')}</Button>
      </div>
      {pilot.challenge ? (
        <p className={styles.challenge} dir="auto">
          {pilot.challenge}
        </p>
      ) : null}
      <StagePath stage={pilot.stage} onMove={moveTo} onStop={() => setDialog('stop')} />
      {pilot.stage === 'stopped' && pilot.stoppedReason ? (
        <p className={classNames(callout.warn, styles.reason)}>
          <strong>{t('whyStopped')}</strong> <bdi>{pilot.stoppedReason}</bdi>
        </p>
      ) : null}
      <dl className={styles.facts}>
        <div>
          <dt>{t('field.departmentLong')}</dt>
          <dd>
            <bdi>{pilot.department || t('notSet')}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('field.owner')}</dt>
          <dd>
            <bdi>{pilot.owner || t('notSet')}</bdi>
          </dd>
        </div>
        {pilot.participantCount > 0 ? (
          <div>
            <dt>{t('field.people')}</dt>
            <dd>
              {t('people', { count: pilot.participantCount })}
              {pilot.countries.length > 0 ? ` · ${t('countries', { count: pilot.countries.length })}` : null}
            </dd>
          </div>
        ) : null}
      </dl>
      {dialog === 'edit' ? <EditPilotDialog pilot={pilot} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'stop' ? <StopPilotDialog pilot={pilot} onClose={() => setDialog(undefined)} /> : null}
    </header>
  )
}
