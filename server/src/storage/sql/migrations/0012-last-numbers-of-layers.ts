import type { Migration } from './migration.ts'

/** How far the log of a layer went, as with boards. 0 where nothing was ever written. */
const schema = `
  ALTER TABLE layer ADD COLUMN last_number INTEGER NOT NULL DEFAULT 0;
  UPDATE layer SET last_number = max(
    coalesce((SELECT max(number) FROM board_update WHERE board_id = layer.id), 0),
    coalesce((SELECT max(covers_up_to) FROM board_snapshot WHERE board_id = layer.id), 0)
  );
`

export const lastNumbersOfLayers: Migration = {
  number: 12,
  name: 'last-numbers-of-layers',
  run: (db) => {
    db.exec(schema)
  },
}
