import { innovationCafeHybrid } from './cafe/innovation-cafe-hybrid.ts'
import { worldCafe } from './cafe/world-cafe.ts'
import { empathyMap } from './co-design/empathy-map.ts'
import { feedbackCaptureGrid } from './co-design/feedback-capture-grid.ts'
import { howMightWe } from './co-design/how-might-we.ts'
import { journeyMap } from './co-design/journey-map.ts'
import { lightningDecisionJam } from './co-design/lightning-decision-jam.ts'
import { persona } from './co-design/persona.ts'
import { serviceBlueprint } from './co-design/service-blueprint.ts'
import { accelerationCentreReview } from './ecosystem/acceleration-centre-review.ts'
import { digitalEcosystemCanvas } from './ecosystem/digital-ecosystem-canvas.ts'
import { innovationClusterMap } from './ecosystem/innovation-cluster-map.ts'
import { partnerContributionBoard } from './ecosystem/partner-contribution-board.ts'
import { stakeholderInterestCanvas } from './ecosystem/stakeholder-interest-canvas.ts'
import { stakeholderMap } from './ecosystem/stakeholder-map.ts'
import { coneOfPlausibility } from './foresight/cone-of-plausibility.ts'
import { futuresWheel } from './foresight/futures-wheel.ts'
import { horizonScan } from './foresight/horizon-scan.ts'
import { scenarioMatrix } from './foresight/scenario-matrix.ts'
import { threeHorizons } from './foresight/three-horizons.ts'
import { actionTracker } from './hand-over/action-tracker.ts'
import { pilotToScaleHandover } from './hand-over/pilot-to-scale-handover.ts'
import { retrospective } from './hand-over/retrospective.ts'
import { policyExperiment } from './policy/policy-experiment-canvas.ts'
import { theoryOfChange } from './policy/theory-of-change.ts'
import { designSprintBrief } from './sprint/design-sprint-brief.ts'
import { designSprintFridayTest } from './sprint/design-sprint-friday-test.ts'
import { designSprintMondayMap } from './sprint/design-sprint-monday-map.ts'
import { designSprintThursdayPrototype } from './sprint/design-sprint-thursday-prototype.ts'
import { designSprintTuesdaySketch } from './sprint/design-sprint-tuesday-sketch.ts'
import { designSprintWednesdayDecide } from './sprint/design-sprint-wednesday-decide.ts'
import { designSprintWeek } from './sprint/design-sprint-week.ts'
import { growthRoadmap } from './start-up/growth-roadmap.ts'
import { leanCanvas } from './start-up/lean-canvas.ts'
import type { Template } from './template.ts'

export { templateRecords } from './template-records.ts'

/** In the order in which the gallery shows them. */
export const templates: readonly Template[] = [
  worldCafe,
  innovationCafeHybrid,
  designSprintBrief,
  designSprintMondayMap,
  designSprintTuesdaySketch,
  designSprintWednesdayDecide,
  designSprintThursdayPrototype,
  designSprintFridayTest,
  designSprintWeek,
  lightningDecisionJam,
  howMightWe,
  empathyMap,
  stakeholderMap,
  digitalEcosystemCanvas,
  stakeholderInterestCanvas,
  horizonScan,
  futuresWheel,
  threeHorizons,
  coneOfPlausibility,
  scenarioMatrix,
  innovationClusterMap,
  policyExperiment,
  leanCanvas,
  growthRoadmap,
  persona,
  journeyMap,
  serviceBlueprint,
  feedbackCaptureGrid,
  pilotToScaleHandover,
  actionTracker,
  partnerContributionBoard,
  theoryOfChange,
  accelerationCentreReview,
  retrospective,
]

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
