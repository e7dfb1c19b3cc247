import type { Migration } from './migration.ts'

/**
 * A board's epoch is that of its newest row in `board_epoch`, and 1 where it has none. Like the log, neither table
 * refers to `board`: what is written while somebody purges must not fail.
 */
const schema = `
  ALTER TABLE board_update ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE board_snapshot ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;

  -- state: the document that the epoch began with, kept while it is the board's last. retired: the state vector of the
  -- epoch before. title, copied_at_ms, by_name: what people are told about it.
  CREATE TABLE board_epoch (
    board_id TEXT NOT NULL,
    epoch INTEGER NOT NULL CHECK (epoch > 1),
    state BLOB,
    checksum INTEGER NOT NULL,
    retired BLOB NOT NULL,
    retired_checksum INTEGER NOT NULL,
    title TEXT,
    copied_at_ms INTEGER NOT NULL,
    by_name TEXT,
    began_at_ms INTEGER NOT NULL,
    PRIMARY KEY (board_id, epoch)
  ) STRICT;

  -- contents: the records, packed. created_by is a participant's id or an account's; created_by_name as it was then.
  CREATE TABLE checkpoint (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('manual', 'automatic', 'before_restore')),
    title TEXT,
    created_at_ms INTEGER NOT NULL,
    created_by TEXT,
    created_by_name TEXT,
    shape_count INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    contents BLOB NOT NULL
  ) STRICT;
  CREATE INDEX checkpoint_board ON checkpoint (board_id, created_at_ms);
`

export const checkpointsAndEpochs: Migration = {
  number: 3,
  name: 'checkpoints-and-epochs',
  run: (db) => {
    db.exec(schema)
  },
}
