import type { ReactNode } from 'react'
import styles from './states.module.css'

export type ErrorStateProps = {
  readonly title: string
  readonly text?: string | undefined
  /** What can be done about it, as buttons. */
  readonly children?: ReactNode
}

export function ErrorState({ title, text, children }: ErrorStateProps) {
  return (
    <div className={styles.state} role="alert">
      <h2 className={styles.title}>{title}</h2>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
