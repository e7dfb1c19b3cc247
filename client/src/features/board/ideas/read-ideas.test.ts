import { describe, expect, test } from 'vitest'
import { decodeText, ideasOf, isFault, readCsv, readLines } from './read-ideas.ts'

const csv = (text: string) => {
  const table = readCsv(text)
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

  test('what is no text is none', () => {
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBeUndefined()
  })
})

describe('plain text', () => {
  test('is one idea a line, without the marks of lists', () => {
    const table = readLines('- One\r\n\n2) Two\n• Three\n4th of July')
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

  test('an idea that is longer than a note should be', () => {
    expect(ideasOf(readLines(`short\n${'x'.repeat(1_001)}`), 0)).toEqual({ kind: 'tooLong', line: 2 })
  })

  test('nothing at all', () => {
    expect(ideasOf(readLines(' \n\n'), 0)).toEqual({ kind: 'none' })
  })
})
