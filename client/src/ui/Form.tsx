import type { ComponentPropsWithRef, FormEvent } from 'react'
import callout from './Callout.module.css'
import styles from './Form.module.css'

export type FormProps = Omit<ComponentPropsWithRef<'form'>, 'onSubmit'> & {
  readonly onSubmit: () => void
  /** What is wrong with the whole of it; read out at once. */
  readonly problem?: string | undefined
}

/** Fields under one another. The browser checks nothing itself: its bubbles speak the browser's language, not the page's. */
export function Form({ onSubmit, problem, children, ...rest }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form noValidate {...rest} className={styles.form} onSubmit={submit}>
      {problem ? (
        <p className={callout.bad} role="alert">
          {problem}
        </p>
      ) : null}
      {children}
    </form>
  )
}
