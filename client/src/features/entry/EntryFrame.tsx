import type { HTMLAttributes, ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import { PreferencesButton } from '../preferences/index.ts'
import styles from './EntryFrame.module.css'

/**
 * The quiet page before one is in: the mark, a heading and one form.
 *
 * @param title - What the browser's tab says.
 */
export function EntryFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <header className={styles.header}>
        <PreferencesButton />
      </header>
      <main className={styles.main}>
        <title>{title}</title>
        <Mark size="large" />
        {children}
      </main>
    </>
  )
}

/** The page's heading with the sentences that belong to it, which are quieter. */
export function EntryHeading(props: Pick<HTMLAttributes<HTMLDivElement>, 'role' | 'children'>) {
  return <div {...props} className={styles.heading} />
}
