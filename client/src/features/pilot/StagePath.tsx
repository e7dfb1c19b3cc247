import { useTranslation } from 'react-i18next'
import type { PilotStage } from '#shared/http/pilots.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './StagePath.module.css'
import { stages } from './stages.ts'

export type StagePathProps = {
  readonly stage: PilotStage
  readonly onMove: (stage: PilotStage) => void
  /** Asks for the reason first. */
  readonly onStop: () => void
}

/** Where the pilot is on its way. Choosing another stage moves it there. */
export function StagePath({ stage, onMove, onStop }: StagePathProps) {
  const { t } = useTranslation('pilot')
  const reached = stages.indexOf(stage)
  return (
    <nav className={styles.path} aria-label={t('stagePath')}>
      <ol className={styles.steps}>
        {stages.map((each, index) => (
          <li key={each} className={classNames(styles.step, index < reached && styles.passed)}>
            <button
              type="button"
              className={styles.button}
              aria-current={each === stage ? 'step' : undefined}
              onClick={() => (each === stage ? undefined : onMove(each))}
            >
              <span className={styles.dot} aria-hidden="true" />
              {t(`stage.${each}`)}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className={classNames(styles.button, styles.stop)}
        aria-current={stage === 'stopped' ? 'step' : undefined}
        onClick={() => (stage === 'stopped' ? undefined : onStop())}
      >
        {t(stage === 'stopped' ? 'stage.stopped' : 'stop.open')}
      </button>
    </nav>
  )
}
