import type { Migration } from './migration.ts'

/**
 * What people write alone is in the log under the layer's id. Like the log itself it does not refer to `board`: what is
 * written while somebody purges must not fail.
 */
const schema = `
  CREATE TABLE layer (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    is_anonymous INTEGER NOT NULL DEFAULT 0 CHECK (is_anonymous IN (0, 1)),
    UNIQUE (board_id, participant_id)
  ) STRICT;
`

export const layers: Migration = {
  number: 6,
  name: 'layers',
  run: (db) => {
    db.exec(schema)
  },
}
