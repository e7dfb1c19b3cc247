import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * The import rule is configuration, and configuration that matches nothing passes everything. So a small tree of files
 * that each hold one import is checked with the project's own biome.json.
 */
const root = join(import.meta.dirname, '../..')

const refused: readonly (readonly [file: string, specifier: string])[] = [
  ['shared/src/board/a.ts', 'node:fs'],
  ['shared/src/board/a.ts', 'react'],
  ['shared/src/board/a.ts', '../../../server/src/config.ts'],
  ['shared/src/board/a.ts', '../../../client/src/main.tsx'],
  ['shared/src/board/a.ts', '#shared/limits.ts'],
  ['server/src/domain/board/a.ts', '../../storage/sql/tables.ts'],
  ['server/src/domain/board/a.ts', '../../transport/ws/origin.ts'],
  ['server/src/domain/board/a.ts', '../../config.ts'],
  ['server/src/domain/board/a.ts', 'express'],
  ['server/src/domain/board/a.ts', 'node:crypto'],
  ['server/src/storage/sql/a.ts', '../../transport/ws/origin.ts'],
  ['server/src/storage/sql/a.ts', 'express'],
  ['server/src/transport/http/boards/a.ts', '../../../storage/sql/tables.ts'],
  ['server/src/transport/http/boards/a.ts', 'kysely'],
  ['server/src/main.ts', '../../client/src/main.tsx'],
  ['client/src/ui/a.ts', '#shared/limits.ts'],
  ['client/src/ui/a.ts', '../features/join/index.ts'],
  ['client/src/api/a.ts', '../sync/readable.ts'],
  ['client/src/sync/a.ts', 'react'],
  ['client/src/sync/a.ts', '../canvas/canvas-handle.ts'],
  ['client/src/sync/a.ts', '../offline/kept-aside.ts'],
  ['client/src/offline/a.ts', 'react'],
  ['client/src/offline/a.ts', '../canvas/canvas-handle.ts'],
  ['client/src/canvas/a.ts', '../features/join/index.ts'],
  ['client/src/features/join/a.ts', '../account/use-me.ts'],
  ['client/src/features/join/parts/a.ts', '../../account/use-me.ts'],
  ['client/src/features/join/parts/a.ts', '../../../app/App.tsx'],
  ['client/src/features/join/a.ts', './index.ts'],
  ['client/src/features/join/a.ts', '../../app/App.tsx'],
  ['client/src/features/join/a.ts', 'tldraw'],
  ['client/src/features/join/a.ts', 'yjs'],
  ['client/src/app/a.ts', 'tldraw'],
  ['e2e/tests/a.ts', '../../server/src/main.ts'],
  ['e2e/tests/a.ts', '../../client/src/main.tsx'],
]

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['shared/src/board/b.ts', '../limits.ts'],
  ['shared/src/board/b.ts', 'zod/mini'],
  ['shared/src/board/b.ts', '@tldraw/tlschema'],
  ['server/src/domain/board/b.ts', '../clock.ts'],
  ['server/src/domain/board/b.ts', '#shared/errors.ts'],
  ['server/src/storage/sql/b.ts', '../../domain/room/board-log.ts'],
  ['server/src/storage/sql/b.ts', 'kysely'],
  ['server/src/transport/http/boards/b.ts', '../../../domain/board/boards.ts'],
  ['client/src/features/join/b.ts', '../account/index.ts'],
  ['client/src/features/join/b.ts', '../../ui/Button.tsx'],
  ['client/src/features/join/b.ts', '../../canvas/canvas-handle.ts'],
  ['client/src/features/join/parts/b.ts', '../use-join.ts'],
  ['client/src/features/join/parts/b.ts', '../../account/index.ts'],
  ['client/src/features/join/parts/b.ts', '../../../ui/Button.tsx'],
  ['client/src/features/join/b.ts', '../../offline/kept-aside.ts'],
  ['client/src/offline/b.ts', '../sync/readable.ts'],
  ['client/src/canvas/b.ts', '../sync/readable.ts'],
  ['client/src/canvas/b.ts', 'tldraw'],
  ['client/src/sync/b.ts', 'yjs'],
  ['e2e/tests/b.ts', '#shared/http/boards.ts'],
]

let folder = ''
let faults: readonly { category: string; path: string }[] = []

/** One file for each import, numbered, so that a fault names exactly one. */
function fileOf(kind: 'refused' | 'allowed', i: number, file: string): string {
  return file.endsWith('main.ts') ? file : file.replace(/\.ts$/, `-${kind}-${i}.ts`)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tablecloth-import-rule-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { vcs: _, $schema: _schema, ...configuration } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  write('biome.json', JSON.stringify(configuration))
  for (const [kind, cases] of [['refused', refused] as const, ['allowed', allowed] as const]) {
    cases.forEach(([file, specifier], i) => {
      write(fileOf(kind, i, file), `export * from '${specifier}'\n`)
    })
  }
  // main.ts may import one thing and not the other; each needs a file of that very name.
  write(
    'server/src/main.ts',
    `export * from './storage/sql/create-writer.ts'\nexport * from '../../client/src/main.tsx'\n`,
  )
  write('shared/src/round/one.ts', `import type { Two } from './two.ts'\nexport type One = { two?: Two }\n`)
  write('shared/src/round/two.ts', `import type { One } from './one.ts'\nexport type Two = { one?: One }\n`)
  faults = lint()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(): readonly { category: string; path: string }[] {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports']
  const report = JSON.parse(run([...args, '--only=suspicious/noImportCycles', '.'])) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[]
  }
  return report.diagnostics.map(({ category, location: { path } }) => ({
    category,
    path: (typeof path === 'string' ? path : path.file).replace(/^\.\//, ''),
  }))
}

function run(args: readonly string[]): string {
  try {
    return execFileSync(join(root, 'node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    // Faults make it end with 1; the report is on its output all the same.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout
    throw error
  }
}

function importFaults(path: string): number {
  return faults.filter((fault) => fault.path === path && fault.category.endsWith('noRestrictedImports')).length
}

describe('the import rule', () => {
  test.each(refused.map(([file, specifier], i) => ({ file, specifier, i })))(
    'refuses $specifier in $file',
    ({ file, i }) => {
      expect(importFaults(fileOf('refused', i, file))).toBe(1)
    },
  )

  test.each(
    allowed.map(([file, specifier], i) => ({ file, specifier, i })).filter(({ file }) => !file.endsWith('main.ts')),
  )('allows $specifier in $file', ({ file, i }) => {
    expect(importFaults(fileOf('allowed', i, file))).toBe(0)
  })

  test('refuses a circle, of types too', () => {
    const circles = faults.filter(({ category }) => category.endsWith('noImportCycles'))
    expect(circles.map(({ path }) => path).sort()).toEqual(['shared/src/round/one.ts', 'shared/src/round/two.ts'])
  })
})
