import type { ReactNode } from 'react'
import styles from './states.module.css'

export type ErrorStateProps = {
  readonly title: string
  readonly text?: string | undefined
  /** What can be done about it, as buttons. */
  readonly children?: ReactNode
  /** Nothing else is on the page: its title is the page's heading. */
  readonly isPage?: boolean
}

export function ErrorState({ title, text, children, isPage = false }: ErrorStateProps) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className={styles.state} role="alert">
      <Heading className={styles.title}>{title}</Heading>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
