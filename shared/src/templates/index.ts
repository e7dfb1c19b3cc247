import { innovationCafeHybrid } from './cafe/innovation-cafe-hybrid.ts'
import { designSprintBrief } from './sprint/design-sprint-brief.ts'
import { designSprintFridayTest } from './sprint/design-sprint-friday-test.ts'
import { designSprintMondayMap } from './sprint/design-sprint-monday-map.ts'
import { designSprintThursdayPrototype } from './sprint/design-sprint-thursday-prototype.ts'
import { designSprintTuesdaySketch } from './sprint/design-sprint-tuesday-sketch.ts'
import { designSprintWednesdayDecide } from './sprint/design-sprint-wednesday-decide.ts'
import type { Template } from './template.ts'

export { templateRecords } from './template-records.ts'

/** In the order in which the gallery shows them. */
export const templates: readonly Template[] = [
  innovationCafeHybrid,
  designSprintBrief,
  designSprintMondayMap,
  designSprintTuesdaySketch,
  designSprintWednesdayDecide,
  designSprintThursdayPrototype,
  designSprintFridayTest,
]

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
