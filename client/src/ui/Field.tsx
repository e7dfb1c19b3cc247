import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './Field.module.css'

type Frame = {
  readonly label: string
  readonly hint?: ReactNode
  /** A sentence that says what to do, shown under the control and read with it. */
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

type ControlProps = {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** Label, hint and error of one control, tied to it. */
export function FieldFrame({
  label,
  hint,
  error,
  isOptional,
  children,
}: Frame & { readonly children: (control: ControlProps) => ReactNode }) {
  const { t } = useTranslation('ui')
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.frame}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isOptional ? <span className={styles.optional}> {t('optional')}</span> : null}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {hint ? (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** "auto" takes its direction from what is written; with nothing written yet, it is the page's. */
function writingDirection({ dir, value }: { dir?: string | undefined; value?: unknown }): string | undefined {
  return dir === 'auto' && value === '' ? undefined : dir
}

export type FieldProps = Omit<ComponentPropsWithRef<'input'>, 'id'> & Frame

export function Field({ label, hint, error, isOptional, className, ...rest }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(control) => (
        <input {...rest} {...control} dir={writingDirection(rest)} className={classNames(styles.control, className)} />
      )}
    </FieldFrame>
  )
}

export function TextArea({
  label,
  hint,
  error,
  isOptional,
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'textarea'>, 'id'> & Frame) {
  return (
    <FieldFrame label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          dir={writingDirection(rest)}
          className={classNames(styles.control, styles.area, className)}
        />
      )}
    </FieldFrame>
  )
}

/** The device's own select: it is the best one on a phone, and every screen reader knows it. */
export function Select({
  label,
  hint,
  error,
  isOptional,
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'select'>, 'id'> & Frame) {
  return (
    <FieldFrame label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(control) => <select {...rest} {...control} className={classNames(styles.control, styles.select, className)} />}
    </FieldFrame>
  )
}
