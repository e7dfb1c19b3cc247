import { afterEach, describe, expect, test, vi } from 'vitest'
import { boardSchema } from '../board/record-schema.ts'
import { DomainError } from '../errors.ts'
import { readTldr } from './read-tldr.ts'

const { sequences } = boardSchema.serialize()
const records = [{ id: 'document:document', typeName: 'document', gridSize: 10, name: 'Reefs', meta: {} }]

function file(schema: unknown): string {
  return JSON.stringify({ tldrawFileFormatVersion: 1, schema, records })
}

function codeOf(text: string): string | undefined {
  try {
    readTldr(text)
    return undefined
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
}

describe('the version of a .tldr file', () => {
  // It writes to the server's terminal what it does not know.
  const tldraw = vi.spyOn(boardSchema, 'migrateStoreSnapshot')
  afterEach(() => tldraw.mockClear())

  const first = { schemaVersion: 1, storeVersion: 4, recordVersions: { document: { version: 2 } } }
  const newer = (sequence: string) => ({ ...sequences, [sequence]: (sequences[sequence] ?? 0) + 1 })
  test.each([
    ['a later store', { schemaVersion: 2, sequences: newer('com.tldraw.store') }],
    ['a later note', { schemaVersion: 2, sequences: newer('com.tldraw.shape.note') }],
    ['a later group, which has had no change yet', { schemaVersion: 2, sequences: newer('com.tldraw.shape.group') }],
    ['a later store, said as tldraw 2 did', { ...first, storeVersion: 99 }],
    ['later documents, said as tldraw 2 did', { ...first, recordVersions: { document: { version: 99 } } }],
    [
      'later arrows, said as tldraw 2 did',
      { ...first, recordVersions: { shape: { version: 3, subTypeKey: 'type', subTypeVersions: { arrow: 99 } } } },
    ],
    ['versions said in a way of later', { schemaVersion: 3, branches: {} }],
  ])('%s is told to be too new, and tldraw is not asked', (_, schema) => {
    expect(codeOf(file(schema))).toBe('tldr_too_new')
    expect(tldraw).not.toHaveBeenCalled()
  })

  test.each([
    ['no whole number', 1.5],
    ['below the first', -1],
    ['a word', 'four'],
  ])('a version that is %s is damage, and tldraw is not asked', (_, version) => {
    const schema = { schemaVersion: 2, sequences: { ...sequences, 'com.tldraw.shape': version } }
    expect(codeOf(file(schema))).toBe('tldr_damaged')
    expect(tldraw).not.toHaveBeenCalled()
  })

  test.each([
    ['ours', { schemaVersion: 2, sequences }],
    ['ours with kinds of others', { schemaVersion: 2, sequences: { ...sequences, 'com.example.shape.map': 7 } }],
    ['one of before', first],
  ])('%s is read', (_, schema) => {
    expect(readTldr(file(schema)).name).toBe('Reefs')
  })
})

describe('how far away a .tldr file’s shapes lie', () => {
  const note = (at: object) => ({ ...{ id: 'shape:far', typeName: 'shape', type: 'note', x: 0, y: 0 }, ...at })
  const withNote = (at: object) =>
    JSON.stringify({
      ...{ tldrawFileFormatVersion: 1, schema: { schemaVersion: 2, sequences } },
      records: [...records, note(at)],
    })

  test.each([{ x: 1e308 }, { x: -10_000_001 }, { y: 1e308 }, { y: -1e308 }])('%o is refused, by its item', (at) => {
    expect(() => readTldr(withNote(at))).toThrow(
      expect.objectContaining({ code: 'tldr_too_far', details: { item: 2 } }),
    )
  })

  test.each([{ x: 10_000_000 }, { y: -10_000_000 }])('%o is within reach', (at) => {
    expect(codeOf(withNote(at))).not.toBe('tldr_too_far')
  })
})
