import { ToggleGroup as Primitive } from 'radix-ui'
import styles from './SegmentedControl.module.css'

export type SegmentedControlProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** Two to four ways to see the same thing. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedControlProps<Value>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next)
    if (option) onChange(option.value)
  }
  return (
    <Primitive.Root type="single" className={styles.group} aria-label={label} value={value} onValueChange={choose}>
      {options.map((option) => (
        <Primitive.Item key={option.value} className={styles.item} value={option.value}>
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  )
}
