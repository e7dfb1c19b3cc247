import type { Database } from 'better-sqlite3'
import { noTables } from '#shared/session/tables/table-plan.ts'
import { checksum } from '../checksum.ts'
import type { Migration } from './migration.ts'

/**
 * Role `table`, where somebody takes part, and for how many people a table's device stands. SQLite cannot change a CHECK:
 * invitations and people are made anew, from the last table that points to another to the first, so that no row goes with
 * one that is dropped.
 */
const schema = `
  CREATE TEMP TABLE kept_invite AS SELECT * FROM invite;
  CREATE TEMP TABLE kept_participant AS SELECT * FROM participant;
  CREATE TEMP TABLE kept_join_token AS SELECT * FROM join_token ORDER BY rowid;
  DROP TABLE join_token;
  DROP TABLE participant;
  DROP TABLE invite;

  CREATE TABLE invite (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'editor', 'table', 'viewer')),
    code TEXT NOT NULL UNIQUE,
    secret_hash TEXT NOT NULL UNIQUE,
    invited_by TEXT,
    is_switched_off INTEGER NOT NULL DEFAULT 0 CHECK (is_switched_off IN (0, 1)),
    expires_at_ms INTEGER,
    created_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX invite_board ON invite (board_id);

  -- stands_for: how many people, of role table.
  CREATE TABLE participant (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
    invite_id TEXT REFERENCES invite (id) ON DELETE SET NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'editor', 'table', 'viewer')),
    name TEXT NOT NULL,
    country TEXT,
    organisation TEXT,
    place TEXT CHECK (place IN ('room', 'online')),
    stands_for INTEGER NOT NULL DEFAULT 1 CHECK (stands_for BETWEEN 1 AND 50),
    joined_at_ms INTEGER NOT NULL,
    removed_at_ms INTEGER,
    UNIQUE (board_id, guest_id)
  ) STRICT;
  CREATE INDEX participant_guest ON participant (guest_id);
  CREATE INDEX participant_invite ON participant (invite_id);

  CREATE TABLE join_token (
    token_hash TEXT PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    created_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX join_token_participant ON join_token (participant_id);

  INSERT INTO invite SELECT * FROM kept_invite;
  INSERT INTO participant
      (id, board_id, guest_id, invite_id, role, name, country, organisation, joined_at_ms, removed_at_ms)
    SELECT id, board_id, guest_id, invite_id, role, name, country, organisation, joined_at_ms, removed_at_ms
    FROM kept_participant;
  INSERT INTO join_token SELECT * FROM kept_join_token ORDER BY rowid;
  DROP TABLE kept_join_token;
  DROP TABLE kept_participant;
  DROP TABLE kept_invite;

  -- Who sat where in this stay, as JSON; null where nobody had a seat.
  ALTER TABLE step_record ADD COLUMN tables TEXT;

  -- A device that stands for 50 people has 1,500 dots: super-votes are in the slots from 2000 on.
  UPDATE vote_dot SET slot = slot + 1000 WHERE slot >= 1000;
`

type StoredSession = { id: string; state: string; checksum: number }

/** A session that is damaged stays as it is: it has to be found so. */
function addTablesToSessions(db: Database): void {
  const update = db.prepare('UPDATE session SET state = ?, checksum = ? WHERE id = ?')
  for (const { id, state, checksum: written } of db
    .prepare<[], StoredSession>('SELECT id, state, checksum FROM session')
    .all()) {
    if (checksum(new TextEncoder().encode(state)) !== written) continue
    const { run, ...session } = JSON.parse(state)
    const after = JSON.stringify({
      ...session,
      run: run.status === 'running' ? { ...run, tableClocks: [] } : run,
      tables: noTables,
      ...{ tablesVersion: session.version, seatingVersion: session.version },
    })
    update.run(after, checksum(new TextEncoder().encode(after)), id)
  }
}

export const tables: Migration = {
  number: 7,
  name: 'tables',
  run(db) {
    db.exec(schema)
    addTablesToSessions(db)
  },
}
