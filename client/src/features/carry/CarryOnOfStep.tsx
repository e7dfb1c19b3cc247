import { useTranslation } from 'react-i18next'
import { useReadable } from '../../ui/use-readable.ts'
import type { StepOnBoard } from '../session/index.ts'
import { CarryOnButton } from './CarryOnButton.tsx'
import styles from './carry.module.css'
import { useZoneNames } from './use-zone-names.ts'

/** Once a step runs or has run, the ways on to the zones in which what comes of it is needed. */
export function CarryOnOfStep({ canvas, session: { run }, step }: StepOnBoard) {
  const { t } = useTranslation('board')
  const zones = useReadable(canvas.zones)
  const nameOf = useZoneNames(canvas)
  const hasRun = run.status !== 'planned' && run.visits.some(({ stepId }) => stepId === step.id)
  const fed = hasRun && step.zones.length > 0 ? zones.filter(({ key }) => step.feeds.includes(key)) : []
  if (fed.length === 0) return null
  return (
    <div className={styles.buttons}>
      {fed.map(({ id, key }) => (
        <CarryOnButton key={key} canvas={canvas} source={{ zoneKeys: step.zones, stepId: step.id, into: key }}>
          <bdi>{t('carry.to', { zone: nameOf(id) })}</bdi>
        </CarryOnButton>
      ))}
    </div>
  )
}
