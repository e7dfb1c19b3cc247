import type { ReactNode } from 'react'
import { Mark } from './Mark.tsx'
import styles from './states.module.css'

export type EmptyStateProps = {
  readonly title: string
  readonly text?: string
  /** The next step, as a button. */
  readonly children?: ReactNode
}

export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Mark size="large" />
      <h2 className={styles.title}>{title}</h2>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
