import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const spec = readFileSync(join(root, 'shared/src/protocol/SPEC.md'), 'utf8')
const ids = [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].flatMap(([, id]) => id ?? [])

/** Ids at the beginning of the names of tests and of groups of them: [SY1], or [SY1, SY2]. */
function carriedIds(): ReadonlySet<string> {
  const carried = new Set<string>()
  for (const folder of ['client/src', 'server/src', 'shared/src', 'e2e']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(test|spec|contract)\.tsx?$/.test(file) || file.includes('node_modules')) continue
      const text = readFileSync(join(root, folder, file), 'utf8')
      for (const [, names = ''] of text.matchAll(/\(\s*['"`]\[((?:[A-Z]{2}\d+(?:, )?)+)\]/g)) {
        for (const id of names.split(', ')) carried.add(id)
      }
    }
  }
  return carried
}

test('every rule of the protocol has an id of its own', () => {
  expect(ids.length).toBeGreaterThan(70)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('every rule of the protocol is carried by a test, and tests carry no rule that is not written', () => {
  const carried = carriedIds()
  expect(ids.filter((id) => !carried.has(id))).toEqual([])
  expect([...carried].filter((id) => !ids.includes(id))).toEqual([])
})
