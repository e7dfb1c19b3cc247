import { firstSchema } from './0001-first-schema.ts'
import { snapshotFormat } from './0002-snapshot-format.ts'
import { checkpointsAndEpochs } from './0003-checkpoints-and-epochs.ts'
import { sessions } from './0004-sessions.ts'
import { votes } from './0005-votes.ts'
import { layers } from './0006-layers.ts'
import { tables } from './0007-tables.ts'
import { keptSteps } from './0008-kept-steps.ts'
import { lastNumbers } from './0009-last-numbers.ts'
import { goneShapes } from './0010-gone-shapes.ts'
import { ownTemplates } from './0011-own-templates.ts'
import { lastNumbersOfLayers } from './0012-last-numbers-of-layers.ts'
import { savedAs } from './0013-saved-as.ts'
import type { Migration } from './migration.ts'

/** All of them, in the order of their numbers. */
export const migrations: readonly Migration[] = [
  firstSchema,
  snapshotFormat,
  checkpointsAndEpochs,
  sessions,
  votes,
  layers,
  tables,
  keptSteps,
  lastNumbers,
  goneShapes,
  ownTemplates,
  lastNumbersOfLayers,
  savedAs,
]
