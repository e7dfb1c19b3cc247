import type { Migration } from './migration.ts'

/**
 * Who made the shapes that were taken off a board lately, for whoever undoes that: a shape that comes back is still its
 * maker's. No reference to `board`, as for the log.
 */
const schema = `
  CREATE TABLE gone_shape (
    board_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    maker_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (board_id, record_id)
  ) STRICT, WITHOUT ROWID;
`

export const goneShapes: Migration = {
  number: 10,
  name: 'gone-shapes',
  run: (db) => {
    db.exec(schema)
  },
}
