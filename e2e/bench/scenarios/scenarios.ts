import { cursors } from './cursors.ts'
import type { Scenario } from './scenario.ts'

export const scenarios: readonly Scenario[] = [cursors]
