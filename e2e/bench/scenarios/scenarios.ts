import { manyBoards } from './boards.ts'
import { cafe } from './cafe.ts'
import { cursors } from './cursors.ts'
import { drags } from './drags.ts'
import { join } from './join.ts'
import { quiet } from './quiet.ts'
import type { Scenario } from './scenario.ts'
import { session } from './session.ts'
import { steps } from './steps.ts'
import { stoppedReader } from './stopped-reader.ts'
import { workshop } from './workshop.ts'

export const scenarios: readonly Scenario[] = [
  cursors,
  quiet,
  workshop,
  join,
  session,
  cafe,
  stoppedReader,
  steps,
  manyBoards,
  drags,
]
