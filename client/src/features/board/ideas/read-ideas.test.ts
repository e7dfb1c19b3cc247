import { describe, expect, test } from 'vitest'
import { decodeText, ideasOf, isFault, readCsv, readLines } from './read-ideas.ts'

const csv = (text: string) => {
  const table = readCsv(text)
  if (isFault(table)) throw new Error(table.kind)
  return table
}
const lines = (text: string) => {
  const table = readLines(text)
  if (isFault(table)) throw new Error(table.kind)
  return table
}
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))

describe('a file is read in the encoding it was written in', () => {
  const text = 'Idées: réparer'
  test.each([
    ['UTF-8', bytes(text, 'utf8')],
    ['UTF-8 with a mark', bytes(`\uFEFF${text}`, 'utf8')],
    ['UTF-16 with a mark', bytes(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without one', bytes(text, 'utf16le')],
    ['UTF-16, the other end first', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())],
    ['Windows-1252', bytes(text, 'latin1')],
  ])('%s', (_, given) => expect(decodeText(given)?.replace('\uFEFF', '')).toBe(text))
})

describe('plain text', () => {
  test('is one idea a line, without the marks of lists', () => {
    const table = lines('- One\r\n\n2) Two\n• Three\n4th of July')
    expect(ideasOf(table, 0)).toEqual(['One', 'Two', 'Three', '4th of July'])
    expect(table.rows.map(({ line }) => line)).toEqual([1, 3, 4, 5])
  })
})

describe('a table', () => {
  test('as Mural writes it: the column that is called text', () => {
    const table = csv('ID,BG Color,Text,Type\n1,#fff,"Repair, not replace",sticky\n2,#fff,Deposit,sticky\n')
    expect(table.heads?.[table.likely]).toBe('Text')
    expect(ideasOf(table, table.likely)).toEqual(['Repair, not replace', 'Deposit'])
  })

  test('as Miro writes it: ideas in whatever column, under no heading', () => {
    const table = csv('"Repair café",,"Deposit"\n\n,"Collect by boat",\n')
    expect(table.heads).toBeUndefined()
    expect(ideasOf(table, undefined)).toEqual(['Repair café', 'Deposit', 'Collect by boat'])
  })

  test('keeps the marks that say which way words run', () => {
    const table = csv('text\n\u200Fمقهى \u2067(Repair)\u2069\n')
    expect(ideasOf(table, 0)).toEqual(['\u200Fمقهى \u2067(Repair)\u2069'])
  })

  test('as Mural writes a whole export: words over lines, quotes in them, areas without words, tags', () => {
    const table = csv(
      [
        '\uFEFFID,BG Color,Text,Type,Sticky creator,Last updated,Area,Position X,Position Y,Link to item,Tags',
        '0-1,#FCFE7D,"Repair, not replace",sticky note,Ana,2026-11-20T09:12:00Z,Ideas,120.5,88,https://x.example/1,"now,cheap"',
        '0-2,#FCFE7D,"The ""right"" to repair\r\nfor all",sticky note,Ben,2026-11-20T09:13:00Z,Ideas,320,88,https://x.example/2,',
        '0-3,,,area,Ana,2026-11-20T09:10:00Z,,0,0,https://x.example/3,',
      ].join('\r\n'),
    )
    expect(table.heads?.[table.likely]).toBe('Text')
    expect(ideasOf(table, table.likely)).toEqual(['Repair, not replace', 'The "right" to repair\nfor all'])
  })

  test('as Miro writes frames: a heading and its notes below, a frame beside a frame', () => {
    const table = csv('"Frame 1","Frame 2"\n"Repair café","Deposit\nfor bottles"\n,"Collect by boat"\n')
    expect(table.columnCount).toBe(2)
    expect(ideasOf(table, 1)).toEqual(['Frame 2', 'Deposit\nfor bottles', 'Collect by boat'])
  })

  test('with semicolons, and with words over several lines', () => {
    const table = csv('who;idea\nana;"one\nand more"\nben;two\n')
    expect(ideasOf(table, table.likely)).toEqual(['one\nand more', 'two'])
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4])
  })

  test('with no heading: the column with the most words', () => {
    const table = csv('1,Repair what breaks\n2,Collect it by boat\n')
    expect(table.likely).toBe(1)
  })
})

describe('what cannot be brought says which line, and nothing of it comes', () => {
  test('a quote that is never closed', () => {
    expect(readCsv('text\nfine\n"broken\nand on\n')).toEqual({ kind: 'quotes', line: 3 })
  })

  test('letters behind a closed quote', () => {
    expect(readCsv('text,b\n"fine",1\n"bro"ken,2\n')).toMatchObject({ kind: 'quotes', line: 3 })
  })

  test('twenty thousand rows', () => {
    const table = csv(Array.from({ length: 20_000 }, (_, i) => `idea ${i}`).join('\n'))
    expect(ideasOf(table, 0)).toEqual({ kind: 'tooMany', count: 20_000 })
  })

  test.each([
    ['a picture', decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), 1],
    ['an empty byte among words', 'text\nfine\nbro\0ken\n', 3],
    ['half a character', 'fine\nbro\uD83Dken', 2],
    ['Arabic in UTF-16 that nothing says so of', decodeText(bytes('فكرة', 'utf16le')), 1],
  ])('%s', (_, text, line) => {
    expect(readCsv(text)).toEqual({ kind: 'unreadable', line })
    expect(readLines(text)).toEqual({ kind: 'unreadable', line })
  })

  test('a cell as large as a book, in quotes or not', () => {
    expect(readCsv(`text\n"${'x'.repeat(1_000_000)}"\nb`)).toEqual({ kind: 'tooLong', line: 2 })
    const ofManyLines = csv(`text\nfine\n"${'words\n'.repeat(20_000)}"\n`)
    expect(ideasOf(ofManyLines, 0)).toEqual({ kind: 'tooLong', line: 3 })
  })

  test('more lines or columns than anybody would choose from', () => {
    expect(readCsv('a\n'.repeat(300_000))).toEqual({ kind: 'tooManyLines', count: 300_000 })
    expect(readLines('\n'.repeat(60_000))).toEqual({ kind: 'tooManyLines', count: 60_000 })
    expect(readCsv(`a,b\n${'c,'.repeat(90_000)}`)).toEqual({ kind: 'tooWide', line: 2, count: 90_001 })
  })

  test('an idea that is longer than a note should be', () => {
    expect(ideasOf(lines(`short\n${'x'.repeat(1_001)}`), 0)).toEqual({ kind: 'tooLong', line: 2 })
  })

  test('nothing at all', () => {
    expect(ideasOf(lines(' \n\n'), 0)).toEqual({ kind: 'none' })
  })
})
