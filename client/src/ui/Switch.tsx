import { Switch as Primitive } from 'radix-ui'
import { useId } from 'react'
import styles from './Switch.module.css'

export type SwitchProps = {
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Takes effect at once; where a form is sent, a checkbox is right. */
export function Switch({ label, hint, isOn, isDisabled = false, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className={styles.row}>
      <div>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {hint ? (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
      <Primitive.Root
        className={styles.switch}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={isOn}
        disabled={isDisabled}
        onCheckedChange={onChange}
      >
        <Primitive.Thumb className={styles.thumb} />
      </Primitive.Root>
    </div>
  )
}
