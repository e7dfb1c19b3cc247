import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pilot, PilotStage } from '#shared/http/pilots.ts'
import { stages } from '../pilot/index.ts'
import styles from './PilotBoard.module.css'
import { PilotCard } from './PilotCard.tsx'

/** Pilots in columns, one for each stage of their way; the stopped ones below, when there are any. */
export function PilotBoard({ pilots }: { readonly pilots: readonly Pilot[] }) {
  const at = (stage: PilotStage) => pilots.filter((pilot) => pilot.stage === stage)
  const stopped = at('stopped')
  return (
    <>
      <div className={styles.columns}>
        {stages.map((stage) => (
          <StageColumn key={stage} stage={stage} pilots={at(stage)} />
        ))}
      </div>
      {stopped.length > 0 ? <StageColumn stage="stopped" pilots={stopped} /> : null}
    </>
  )
}

function StageColumn({ stage, pilots }: { readonly stage: PilotStage; readonly pilots: readonly Pilot[] }) {
  const { t } = useTranslation('pilot')
  const id = useId()
  return (
    <section className={stage === 'stopped' ? styles.stopped : styles.column} aria-labelledby={id}>
      <h2 className={styles.stage} id={id}>
        {t(`stage.${stage}`)} <span className={styles.count}>{t('number', { value: pilots.length })}</span>
      </h2>
      {pilots.length === 0 ? <p className={styles.none}>{t('portfolio.noneHere')}</p> : null}
      <ul className={styles.cards}>
        {pilots.map((pilot) => (
          <li key={pilot.id}>
            <PilotCard pilot={pilot} />
          </li>
        ))}
      </ul>
    </section>
  )
}
