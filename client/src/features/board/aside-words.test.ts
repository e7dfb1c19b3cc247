import { expect, test } from 'vitest'
import { firstPageId } from '#shared/board/new-board.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'
import { asideWords } from './aside-words.ts'
import { groupAside } from './group-aside.ts'

function item(id: string, overrides: Partial<AsideItem> = {}): AsideItem {
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] }
  const record = { id: `shape:${id}`, typeName: 'shape', type: 'note', parentId: firstPageId, props: { richText } }
  return {
    id,
    reason: 'restored',
    atMs: 1,
    shape: { record, keys: [] },
    companions: [],
    place: undefined,
    ...overrides,
  }
}

test('a zone is called by its heading, in the reader’s language', () => {
  const [template] = templates
  const [record] = template ? templateRecords(template) : []
  if (!record) throw new Error('The template has no zones.')
  const { heading } = record.props as { heading: Record<string, string> }
  const zone = item('zone', { shape: { record, keys: [] } })
  expect(heading.ar).not.toBe(heading.en)
  expect([asideWords(zone, 'en'), asideWords(zone, 'ar')]).toEqual([heading.en, heading.ar])
  expect(asideWords(item('a note'), 'ar')).toBe('a note')
})

test('what was kept aside at once and for one reason says so once', () => {
  const groups = groupAside([item('a'), item('b', { reason: 'step' }), item('c'), item('d', { atMs: 2 })])
  expect(groups.map(({ reason, atMs, items }) => [reason, atMs, items.map(({ id }) => id)])).toEqual([
    ['restored', 1, ['a', 'c']],
    ['step', 1, ['b']],
    ['restored', 2, ['d']],
  ])
})
