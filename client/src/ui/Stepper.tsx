import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Stepper.module.css'

export type StepperProps = {
  readonly label: string
  readonly value: number
  /** The value as it is read: its own digits, or more words. */
  readonly text: string
  readonly least: number
  readonly most: number
  readonly words: { readonly less: string; readonly more: string }
  readonly onChange: (value: number) => void
}

/** A small number that is counted up and down, by a thumb as well. */
export function Stepper({ label, value, text, least, most, words, onChange }: StepperProps) {
  const id = useId()
  return (
    <fieldset className={styles.stepper} aria-labelledby={id}>
      <span className={styles.label} id={id}>
        {label}
      </span>
      <span className={styles.row}>
        <IconButton kind="plain" label={words.less} disabled={value <= least} onClick={() => onChange(value - 1)}>
          <Minus size={20} aria-hidden="true" />
        </IconButton>
        <output className={styles.value}>{text}</output>
        <IconButton kind="plain" label={words.more} disabled={value >= most} onClick={() => onChange(value + 1)}>
          <Plus size={20} aria-hidden="true" />
        </IconButton>
      </span>
    </fieldset>
  )
}
