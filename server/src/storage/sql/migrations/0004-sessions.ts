import type { Migration } from './migration.ts'

/**
 * A session is one value in `state`, changed whole. What people said to it is kept beside it: the key of a command makes
 * sure that it is done once, however often it is sent.
 */
const schema = `
  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    created_at_ms INTEGER NOT NULL,
    ended_at_ms INTEGER
  ) STRICT;
  CREATE INDEX session_board ON session (board_id, ended_at_ms);
  CREATE UNIQUE INDEX session_open ON session (board_id) WHERE ended_at_ms IS NULL;

  -- version: of the session after it.
  CREATE TABLE session_command (
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    command TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (session_id, participant_id, key)
  ) STRICT;

  -- One stay in a step, once it is over. people and notes_by_zone are JSON; notes_by_zone and checkpoint_id are null
  -- where the board could not be kept.
  CREATE TABLE step_record (
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    entered_at_ms INTEGER NOT NULL,
    step_id TEXT NOT NULL,
    left_at_ms INTEGER NOT NULL,
    title TEXT NOT NULL,
    people TEXT NOT NULL,
    notes_by_zone TEXT,
    checkpoint_id TEXT,
    PRIMARY KEY (session_id, entered_at_ms, step_id)
  ) STRICT;

  -- What a facilitator has removed of one person, as it was, so that it can be put back. contents: the records, packed.
  CREATE TABLE removal (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    removed_by TEXT NOT NULL,
    removed_at_ms INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    contents BLOB NOT NULL
  ) STRICT;
  CREATE INDEX removal_board ON removal (board_id, removed_at_ms);

  -- Somebody who was sent away: her device does not let her in again until a facilitator does.
  ALTER TABLE participant ADD COLUMN removed_at_ms INTEGER;

  -- SQLite cannot change a CHECK: the table is made anew with one more kind.
  CREATE TABLE checkpoint_with_steps (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('manual', 'automatic', 'before_restore', 'step')),
    title TEXT,
    created_at_ms INTEGER NOT NULL,
    created_by TEXT,
    created_by_name TEXT,
    shape_count INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    contents BLOB NOT NULL
  ) STRICT;
  INSERT INTO checkpoint_with_steps
    SELECT id, board_id, kind, title, created_at_ms, created_by, created_by_name, shape_count, bytes, checksum, contents
    FROM checkpoint;
  DROP TABLE checkpoint;
  ALTER TABLE checkpoint_with_steps RENAME TO checkpoint;
  CREATE INDEX checkpoint_board ON checkpoint (board_id, created_at_ms);
`

export const sessions: Migration = {
  number: 4,
  name: 'sessions',
  run: (db) => {
    db.exec(schema)
  },
}
