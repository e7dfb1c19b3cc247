import type { ZoneMark } from '#shared/board/drawing/plan.ts'
import styles from './ZoneLines.module.css'

/** The quiet lines of a background, inside an SVG. Drawn whole: they have no identity but their place. */
export function ZoneLines({ marks }: { readonly marks: readonly ZoneMark[] }) {
  return marks.map((mark, i) => {
    const className = `${styles.mark} ${styles[mark.look]}`
    return mark.kind === 'rect' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <rect key={i} className={className} x={mark.x} y={mark.y} width={mark.w} height={mark.h} rx={mark.radius} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <path key={i} className={className} d={mark.d} />
    )
  })
}
