import type { Migration } from './migration.ts'

/**
 * Templates of the organisation. Every version stays: a board remembers the one it began from. No reference to
 * `account`, so that who left is still named.
 */
const schema = `
  CREATE TABLE own_template (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    created_by TEXT,
    changed_at_ms INTEGER NOT NULL,
    changed_by TEXT,
    archived_at_ms INTEGER
  ) STRICT;
  CREATE TABLE own_template_version (
    template_id TEXT NOT NULL REFERENCES own_template (id),
    version INTEGER NOT NULL,
    contents TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    created_by TEXT,
    PRIMARY KEY (template_id, version)
  ) STRICT, WITHOUT ROWID;
`

export const ownTemplates: Migration = {
  number: 11,
  name: 'own-templates',
  run: (db) => {
    db.exec(schema)
  },
}
