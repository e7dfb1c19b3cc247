export { TablesDialog } from './TablesDialog.tsx'
export { TablesPanel } from './TablesPanel.tsx'
