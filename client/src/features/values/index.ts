export { ZoneValuesDialog } from './lazy-dialog.ts'
export { ValueFields, ValuesBar } from './lazy-parts.ts'
export { SaidValues } from './SaidValues.tsx'
export { ZoneValuesButton } from './ZoneValuesButton.tsx'
