import { useTranslation } from 'react-i18next'
import type { ZoneSummary } from '../../canvas/canvas-handle.ts'
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
  // One zone that each page has is filled on all of them at once.
  const byHeading = new Map<string, ZoneSummary[]>()
  for (const zone of fed) {
    const name = zone.heading || zone.key
    byHeading.set(name, [...(byHeading.get(name) ?? []), zone])
  }
  return (
    <div className={styles.buttons}>
      {[...byHeading.values()].map((alike) => (
        <CarryOnButton
          key={alike[0]?.key}
          canvas={canvas}
          source={{ zoneKeys: step.zones, stepId: step.id, into: alike.map(({ key }) => key) }}
        >
          <bdi>
            {alike.length > 1
              ? t('carry.toPages', { zone: alike[0]?.heading, count: alike.length })
              : t('carry.to', { zone: nameOf(alike[0]?.id) })}
          </bdi>
        </CarryOnButton>
      ))}
    </div>
  )
}
