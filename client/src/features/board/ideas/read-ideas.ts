import Papa from 'papaparse'
import { maxIdeaLength, maxIdeasAtOnce } from '#shared/limits.ts'

export type IdeasFault =
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'unreadable'; readonly line: number }
  | { readonly kind: 'tooManyLines'; readonly count: number }
  | { readonly kind: 'tooWide'; readonly line: number; readonly count: number }
  | { readonly kind: 'quotes'; readonly line: number }
  | { readonly kind: 'tooLong'; readonly line: number }
  | { readonly kind: 'tooMany'; readonly count: number }
  | { readonly kind: 'none' }

/** A file of rows. `heads` are the words of its first row where those are names of columns, else undefined. */
export type IdeaTable = {
  readonly heads: readonly string[] | undefined
  readonly columnCount: number
  /** Without the heads; `line` is where the row begins in the file, from 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** The column that looks most like ideas. */
  readonly likely: number
}

/** More than a few thousand ideas of full length; nobody reads so many. */
export const maxIdeasFileBytes = 5 * 1024 * 1024

/** Beyond these nothing is read, so that the page does not stand still for what nobody would bring. */
const maxLines = 50_000
const maxLineLength = 200_000
const maxColumns = 200

/**
 * A file's text in whatever its program wrote: UTF-8 or UTF-16, with or without a mark at its beginning, else
 * Windows-1252, as Excel has it in the West.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Without a mark, every other byte of Western text in UTF-16 is empty.
  if (second === 0 && first !== 0) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0 && second !== 0) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: every other 8-bit encoding reads as something, and this one is what is met.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What is wrong with a text whatever it is read as: no text at all, or too much of it. */
function faultOf(text: string): IdeasFault | undefined {
  const noText = text.search(noTextPattern)
  if (noText !== -1) return { kind: 'unreadable', line: countLines(text.slice(0, noText)) + 1 }
  const count = countLines(text)
  if (count > maxLines) return { kind: 'tooManyLines', count }
  const long = text.split(lineEnd).findIndex((line) => line.length > maxLineLength)
  return long === -1 ? undefined : { kind: 'tooLong', line: long + 1 }
}

/** Control characters but for white space, and halves of a character. */
const noTextPattern = /(?!\s|\u0085)[\p{Cc}\p{Cs}]/u
const lineEnd = /\r\n|\r|\n/

/** Plain text: one idea a line; marks of lists are left out. */
export function readLines(text: string): IdeaTable | IdeasFault {
  const fault = faultOf(text)
  if (fault) return fault
  const rows = text.split(lineEnd).flatMap((line, i) => {
    const words = line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim()
    return words ? [{ line: i + 1, cells: [words] }] : []
  })
  return { heads: undefined, columnCount: 1, rows, likely: 0 }
}

/** A table as spreadsheets, Miro and Mural write it; its delimiter is found out. */
export function readCsv(text: string): IdeaTable | IdeasFault {
  const rows: { line: number; cells: string[] }[] = []
  const faultOfText = faultOf(text)
  if (faultOfText) return faultOfText
  let fault: IdeasFault | undefined
  let columnCount = 0
  let line = 1
  let at = 0
  Papa.parse<string[]>(text, {
    // Also for finding the delimiter: rows with nothing in them would speak against it.
    skipEmptyLines: 'greedy',
    step({ data, errors, meta }, parser) {
      const [skipped = ''] = blankLines.exec(text.slice(at, meta.cursor)) ?? []
      line += countLines(skipped)
      if (errors.some(({ type }) => type === 'Quotes')) fault ??= { kind: 'quotes', line }
      else if (data.length > maxColumns) fault ??= { kind: 'tooWide', line, count: data.length }
      if (fault) return parser.abort()
      const cells = data.map((cell) => cell.trim().replaceAll(/\r\n?/g, '\n'))
      if (cells.some(Boolean)) {
        rows.push({ line, cells })
        columnCount = Math.max(columnCount, cells.length)
      }
      line += countLines(text.slice(at + skipped.length, meta.cursor))
      at = meta.cursor
    },
  })
  if (fault) return fault
  const first = rows[0]?.cells ?? []
  const named = columnCount > 1 || rows.length > 1 ? first.findIndex((cell) => ideaHead.test(cell)) : -1
  if (named !== -1) return { heads: first, columnCount, rows: rows.slice(1), likely: named }
  return { heads: undefined, columnCount, rows, likely: widest(rows, columnCount) }
}

/** What the column of the words is called: by Mural, in exports of surveys, and by people. */
const ideaHead =
  /^(text|texts?|content|contents|note|notes|sticky( note)?s?|ideas?|titles?|answers?|النص|فكرة|الأفكار)$/i

const blankLines = /^(?:[ \t]*(?:\r\n|\r|\n))+/

function countLines(text: string): number {
  return text.split(lineEnd).length - 1
}

function widest(rows: IdeaTable['rows'], columnCount: number): number {
  const lengths = Array.from({ length: columnCount }, (_, i) =>
    rows.reduce((sum, { cells }) => sum + (cells[i]?.length ?? 0), 0),
  )
  return Math.max(0, lengths.indexOf(Math.max(...lengths)))
}

/**
 * The ideas of one column, or of all of them: each cell is one.
 *
 * @param column - from 0; undefined for all of them
 */
export function ideasOf({ rows }: IdeaTable, column: number | undefined): readonly string[] | IdeasFault {
  const found = rows.flatMap(({ line, cells }) =>
    (column === undefined ? cells : [cells[column] ?? '']).flatMap((text) => (text ? [{ line, text }] : [])),
  )
  const long = found.find(({ text }) => text.length > maxIdeaLength)
  if (long) return { kind: 'tooLong', line: long.line }
  if (found.length > maxIdeasAtOnce) return { kind: 'tooMany', count: found.length }
  return found.length === 0 ? { kind: 'none' } : found.map(({ text }) => text)
}

export function isFault(value: object): value is IdeasFault {
  return 'kind' in value
}
