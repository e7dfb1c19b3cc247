import type { Migration } from './migration.ts'

/**
 * Tokens and links are kept as SHA-256 hashes only: who reads a backup cannot come in with it. The six characters of an
 * invitation stay readable, because facilitators read them out.
 */
const schema = `
  CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'facilitator')),
    password_hash TEXT NOT NULL,
    is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
    created_at_ms INTEGER NOT NULL,
    last_seen_at_ms INTEGER
  ) STRICT;

  CREATE TABLE sign_in (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sign_in_account ON sign_in (account_id);

  CREATE TABLE account_link (
    secret_hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('first-administrator', 'invitation', 'password-reset')),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'facilitator')),
    name TEXT,
    email TEXT,
    account_id TEXT REFERENCES account (id) ON DELETE CASCADE,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    used_at_ms INTEGER
  ) STRICT;

  CREATE TABLE pilot (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    challenge TEXT NOT NULL,
    owner TEXT NOT NULL,
    department TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('idea', 'sprint', 'pilot', 'handed-over', 'stopped')),
    stopped_reason TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL
  ) STRICT;

  -- changed_by is a participant's id or an account's; it names who last changed what is on the board.
  CREATE TABLE board (
    id TEXT PRIMARY KEY,
    pilot_id TEXT NOT NULL REFERENCES pilot (id),
    title TEXT NOT NULL,
    template TEXT,
    template_version INTEGER,
    created_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    changed_by TEXT,
    archived_at_ms INTEGER,
    deleted_at_ms INTEGER,
    is_door_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_door_locked IN (0, 1))
  ) STRICT;
  CREATE INDEX board_pilot ON board (pilot_id, changed_at_ms);
  CREATE INDEX board_deleted ON board (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;

  -- AUTOINCREMENT: a number is never given twice, so "covers up to" stays true after rows were thinned out.
  CREATE TABLE board_update (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    participant_id TEXT,
    at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX board_update_board ON board_update (board_id, number);

  CREATE TABLE board_snapshot (
    board_id TEXT NOT NULL,
    covers_up_to INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (board_id, covers_up_to)
  ) STRICT;

  CREATE TABLE invite (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'editor', 'viewer')),
    code TEXT NOT NULL UNIQUE,
    secret_hash TEXT NOT NULL UNIQUE,
    invited_by TEXT,
    is_switched_off INTEGER NOT NULL DEFAULT 0 CHECK (is_switched_off IN (0, 1)),
    expires_at_ms INTEGER,
    created_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX invite_board ON invite (board_id);

  -- A device on which somebody without an account has joined a board.
  CREATE TABLE guest (
    id TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL UNIQUE,
    created_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE participant (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    guest_id TEXT NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
    invite_id TEXT REFERENCES invite (id) ON DELETE SET NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'editor', 'viewer')),
    name TEXT NOT NULL,
    country TEXT,
    organisation TEXT,
    joined_at_ms INTEGER NOT NULL,
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

  -- name is the SHA-256 of the content with its ending, as an image's source says it.
  CREATE TABLE board_file (
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    participant_id TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    PRIMARY KEY (board_id, name)
  ) STRICT;

  -- One row, written to know that the disk still takes writes.
  CREATE TABLE readiness (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    checked_at_ms INTEGER NOT NULL
  ) STRICT;
`

export const firstSchema: Migration = {
  number: 1,
  name: 'first-schema',
  run: (db) => {
    db.exec(schema)
  },
}
