import type { FieldState } from '../../canvas/values/canvas-values.ts'
import type { ValueChanges } from '../../canvas/values/set-values.ts'
import { ValueField } from './ValueField.tsx'

export type ValueFieldsProps = {
  readonly fields: readonly FieldState[]
  /** What is to be set once it is saved. */
  readonly changes: ValueChanges
  readonly onChange: (changes: ValueChanges) => void
}

/** The values of a note that is being written: set with its words, or not at all. */
export function ValueFields({ fields, changes, onChange }: ValueFieldsProps) {
  return fields.map((state) => {
    const { key } = state.field
    const isChanged = Object.hasOwn(changes, key)
    return (
      <ValueField
        key={key}
        state={isChanged ? { ...state, value: changes[key] } : state}
        onSet={(value) => onChange({ ...changes, [key]: value })}
      />
    )
  })
}
