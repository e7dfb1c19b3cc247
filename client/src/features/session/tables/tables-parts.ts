export { TablesPanel } from './TablesPanel.tsx'
export { TablesRow } from './TablesRow.tsx'
