import type { Migration } from './migration.ts'

/** What a step was outlives the server that was to keep it: its record is there with the command that left the step. */
const schema = `
  -- due: the step was left, and the board is yet to be kept. late: it was kept after a restart, as it was then.
  ALTER TABLE step_record ADD COLUMN keeping TEXT NOT NULL DEFAULT 'kept' CHECK (keeping IN ('due', 'kept', 'late'));
  CREATE INDEX step_record_due ON step_record (session_id) WHERE keeping = 'due';

  -- Who was on the board while a session ran, in the order in which they were first seen. guest is JSON.
  CREATE TABLE session_guest (
    number INTEGER PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    guest TEXT NOT NULL,
    UNIQUE (session_id, participant_id)
  ) STRICT;
`

export const keptSteps: Migration = {
  number: 8,
  name: 'kept-steps',
  run: (db) => {
    db.exec(schema)
  },
}
