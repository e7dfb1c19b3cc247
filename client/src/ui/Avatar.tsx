import type { CSSProperties } from 'react'
import styles from './Avatar.module.css'
import { initials } from './initials.ts'

/** First letters on the person's colour. The name stands beside it or in its label. */
export function Avatar({ name, colour }: { readonly name: string; readonly colour?: string | undefined }) {
  const style: CSSProperties | undefined = colour ? { background: colour } : undefined
  // Drawn by the style sheet: as text they would belong to the words of the button around them, which they are not.
  return <span className={styles.avatar} style={style} data-initials={initials(name)} aria-hidden="true" />
}
