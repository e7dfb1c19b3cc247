import { innovationCafeHybrid } from './cafe/innovation-cafe-hybrid.ts'
import { designSprintMondayMap } from './sprint/design-sprint-monday-map.ts'
import type { Template } from './template.ts'

export { templateRecords } from './template-records.ts'

/** In the order in which the gallery shows them. */
export const templates: readonly Template[] = [innovationCafeHybrid, designSprintMondayMap]

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
