import type { Migration } from './migration.ts'

/**
 * How far a board's log went when somebody last changed it. Whoever deletes rows by hand leaves this behind, and the
 * board is not taken for one that never had anything. Never 0: a board comes with the first row of its log.
 */
const schema = `
  ALTER TABLE board ADD COLUMN last_number INTEGER NOT NULL DEFAULT 1;
  UPDATE board SET last_number = max(
    1,
    coalesce((SELECT max(number) FROM board_update WHERE board_id = board.id), 0),
    coalesce((SELECT max(covers_up_to) FROM board_snapshot WHERE board_id = board.id), 0)
  );
`

export const lastNumbers: Migration = {
  number: 9,
  name: 'last-numbers',
  run: (db) => {
    db.exec(schema)
  },
}
