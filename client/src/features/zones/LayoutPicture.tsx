import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { fitZone } from '#shared/board/fit-zone.ts'
import type { ZoneBackground } from '#shared/board/zone-backgrounds.ts'
import { ZoneLines } from '../../canvas/zone/ZoneLines.tsx'
import styles from './zones.module.css'

const side = { w: 800, h: 560 } as const
const words = { en: '' }

/** A background in small, without its words. */
export function LayoutPicture({ background }: { readonly background: ZoneBackground }) {
  const shown = fitZone({ background, labels: [words, words, words], rows: [words, words, words], frames: 6 })
  const { marks, body } = planZone({ ...side, ...shown })
  return (
    <svg
      className={styles.picture}
      viewBox={`${body.x} ${body.y} ${body.w} ${body.h}`}
      aria-hidden="true"
      preserveAspectRatio="none"
    >
      <ZoneLines marks={marks} />
    </svg>
  )
}
