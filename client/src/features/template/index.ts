export { SaveTemplateDialog } from './SaveTemplateDialog.tsx'
