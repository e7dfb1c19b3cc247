import type { Migration } from './migration.ts'

/**
 * Dots are rows. Who may put which, and when, is checked in the statement that inserts one; the keys make sure that no
 * two requests put the same one. dots, super_votes, decider_id and is_one_each repeat what is in setup, for those checks.
 */
const schema = `
  -- key: that of the request that opened it. touches: rises with everything that changes the result. result: JSON, once
  -- it is closed.
  CREATE TABLE vote_round (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    setup TEXT NOT NULL,
    dots INTEGER NOT NULL,
    super_votes INTEGER NOT NULL,
    decider_id TEXT,
    is_one_each INTEGER NOT NULL CHECK (is_one_each IN (0, 1)),
    session_id TEXT,
    step_id TEXT,
    opened_at_ms INTEGER NOT NULL,
    opened_by_name TEXT NOT NULL,
    closes_at_ms INTEGER,
    closed_at_ms INTEGER,
    touches INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    result TEXT,
    CHECK ((closed_at_ms IS NULL) = (result IS NULL)),
    UNIQUE (board_id, key),
    UNIQUE (board_id, number)
  ) STRICT;
  CREATE UNIQUE INDEX vote_round_open ON vote_round (board_id) WHERE closed_at_ms IS NULL;

  -- Who has voted, or was left out. It says nothing of where her dots are. weight: how many people she stands for.
  CREATE TABLE vote_voter (
    round_id TEXT NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    name TEXT NOT NULL,
    weight INTEGER NOT NULL,
    joined_later INTEGER NOT NULL CHECK (joined_later IN (0, 1)),
    is_left_out INTEGER NOT NULL DEFAULT 0 CHECK (is_left_out IN (0, 1)),
    PRIMARY KEY (round_id, participant_id)
  ) STRICT, WITHOUT ROWID;

  -- slot: from 2000 on a super-vote. x and y: in a picture. is_one_each: as the round says, and 0 for super-votes and of who stands for several.
  CREATE TABLE vote_dot (
    round_id TEXT NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    slot INTEGER NOT NULL CHECK (slot >= 0),
    target_id TEXT NOT NULL,
    x REAL,
    y REAL,
    at_ms INTEGER NOT NULL,
    is_one_each INTEGER NOT NULL,
    CHECK ((x IS NULL) = (y IS NULL)),
    PRIMARY KEY (round_id, participant_id, slot)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX vote_dot_one_each ON vote_dot (round_id, participant_id, target_id) WHERE is_one_each = 1;
`

export const votes: Migration = {
  number: 5,
  name: 'votes',
  run: (db) => {
    db.exec(schema)
  },
}
