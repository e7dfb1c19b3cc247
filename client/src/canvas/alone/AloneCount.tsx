import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useValue } from 'tldraw'
import type { CanvasContext } from '../canvas-context.ts'
import styles from './alone.module.css'

/** "12 notes here, 2 of them yours": how many lie in a zone that are not shown yet. Nobody learns whose they are. */
export function AloneCount({ zoneKey, context }: { readonly zoneKey: string; readonly context: CanvasContext }) {
  const { t } = useTranslation('canvas')
  const own = useValue('own', () => context.ownCounts.get()[zoneKey] ?? 0, [context, zoneKey])
  // What was written without a line is not among everybody's yet.
  const all = useValue('all', () => Math.max(own, context.aloneCounts.get()[zoneKey] ?? 0), [context, zoneKey, own])
  if (all === 0) return null
  const words = [t('alone.here', { count: all }), ...(own > 0 ? [t('alone.yours', { count: own })] : [])]
  return (
    <p className={styles.count}>
      <Lock aria-hidden="true" />
      {words.join(t('alone.between'))}
    </p>
  )
}
