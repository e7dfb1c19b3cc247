import type { Migration } from './migration.ts'

/** Snapshots are stored smaller, and damaged parts are set aside instead of lying in the way of the next snapshot. */
const schema = `
  ALTER TABLE board_snapshot ADD COLUMN format TEXT NOT NULL DEFAULT 'yjs-v1'
    CHECK (format IN ('yjs-v1', 'yjs-v2-gzip'));

  -- number is the row's own, or how far the snapshot went. Never deleted while the board is there.
  CREATE TABLE damaged_part (
    board_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('update', 'snapshot')),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    participant_id TEXT,
    at_ms INTEGER NOT NULL,
    found_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX damaged_part_board ON damaged_part (board_id);
`

export const snapshotFormat: Migration = {
  number: 2,
  name: 'snapshot-format',
  run: (db) => {
    db.exec(schema)
  },
}
