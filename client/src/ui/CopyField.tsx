import { CopyButton } from './CopyButton.tsx'
import styles from './CopyField.module.css'
import fieldStyles from './Field.module.css'
import { FieldFrame } from './Field.tsx'

/** Text to take along: shown whole, selected by a touch, copied by a button that says when it is done. */
export function CopyField({
  label,
  value,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly hint?: string
}) {
  return (
    <FieldFrame label={label} hint={hint}>
      {(control) => (
        <div className={styles.row}>
          <input
            {...control}
            className={fieldStyles.control}
            dir="ltr"
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={value} />
        </div>
      )}
    </FieldFrame>
  )
}
