import type { ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import { PreferencesButton } from '../preferences/index.ts'
import styles from './EntryFrame.module.css'

export type EntryFrameProps = {
  readonly title: string
  readonly text?: string | undefined
  readonly children: ReactNode
}

/** The quiet page before one is in: the mark, a heading and one form. */
export function EntryFrame({ title, text, children }: EntryFrameProps) {
  return (
    <>
      <header className={styles.header}>
        <PreferencesButton />
      </header>
      <main className={styles.main}>
        <title>{title}</title>
        <Mark size="large" />
        <div className={styles.heading}>
          <h1>{title}</h1>
          {text ? <p className={styles.text}>{text}</p> : null}
        </div>
        {children}
      </main>
    </>
  )
}
