import type { Migration } from './migration.ts'

/** The template of the organisation that a board was last saved as: saved again, it is most likely the next version of that. */
export const savedAs: Migration = {
  number: 13,
  name: 'saved-as',
  run: (db) => {
    db.exec('ALTER TABLE board ADD COLUMN saved_as TEXT')
  },
}
