import { classNames } from './class-names.ts'
import styles from './states.module.css'

export type ProgressProps = {
  /** What is going on, in words. */
  readonly label: string
  /** From 0 to 1; left out where nobody knows. */
  readonly value?: number
  /** The same in words and numbers. */
  readonly amount?: string
  readonly isPage?: boolean
}

export function Progress({ label, value, amount, isPage }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(value * 100)
  return (
    <div className={classNames(isPage && styles.page)}>
      <div className={styles.progress}>
        <div
          className={styles.track}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={amount}
        >
          {percent === undefined ? (
            <div className={styles.moving} />
          ) : (
            <div className={styles.filled} style={{ width: `${percent}%` }} />
          )}
        </div>
        <p aria-hidden="true">{label}</p>
        {amount ? (
          <p className={styles.amount} aria-hidden="true">
            {amount}
          </p>
        ) : null}
      </div>
    </div>
  )
}
