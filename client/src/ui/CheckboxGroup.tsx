import styles from './CheckboxGroup.module.css'

export type CheckboxGroupProps<Value extends string> = {
  readonly label: string
  readonly hint?: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: readonly Value[]
  /** In the order of the options. */
  readonly onChange: (chosen: readonly Value[]) => void
}

/** Any number of a few. */
export function CheckboxGroup<Value extends string>({
  label,
  hint,
  options,
  chosen,
  onChange,
}: CheckboxGroupProps<Value>) {
  const toggle = (value: Value, isChosen: boolean) =>
    onChange(
      options.map((option) => option.value).filter((each) => (each === value ? isChosen : chosen.includes(each))),
    )
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <div className={styles.options}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            isChecked={chosen.includes(option.value)}
            onChange={(isChosen) => toggle(option.value, isChosen)}
          />
        ))}
      </div>
    </fieldset>
  )
}

export type CheckboxProps = {
  readonly label: string
  readonly hint?: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

/** In a form that is sent; what takes effect at once is a switch. */
export function Checkbox({ label, hint, isChecked, onChange }: CheckboxProps) {
  return (
    <label className={styles.option}>
      <input
        type="checkbox"
        className={styles.box}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <span dir="auto">{label}</span>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </label>
  )
}
