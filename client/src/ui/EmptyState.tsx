import type { ReactNode } from 'react'
import { Mark } from './Mark.tsx'
import styles from './states.module.css'

export type EmptyStateProps = {
  readonly title: string
  readonly text?: string
  /** The next step, as a button. */
  readonly children?: ReactNode
  /** Nothing else is on the page: its title is the page's heading. */
  readonly isPage?: boolean
}

export function EmptyState({ title, text, children, isPage = false }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className={styles.state}>
      <Mark size="large" />
      <Heading className={styles.title}>{title}</Heading>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
