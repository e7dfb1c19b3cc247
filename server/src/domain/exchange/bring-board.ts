import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { DomainError } from '#shared/errors.ts'
import type { LeftOut } from '#shared/http/exchange.ts'
import { maxImageBytes } from '#shared/limits.ts'
import { readTldr, type TldrPicture } from '#shared/tldr/read-tldr.ts'
import type { RecogniseImage } from '../file/files.ts'

/** A board as a file says it is, ready to be stored. */
export type BroughtBoard = {
  readonly name: string
  /** The first update of its log. */
  readonly update: Uint8Array
  readonly pictures: readonly Uint8Array[]
  readonly leftOut: readonly LeftOut[]
}

type Judging = {
  readonly recognise: RecogniseImage
  /** SHA-256 in hexadecimal. */
  readonly hashOf: (bytes: Uint8Array) => string
}

/**
 * Reads a `.tldr` file of up to 50 MB. Takes seconds, with nothing else running: belongs on a thread of its own.
 *
 * @throws {DomainError} as `readTldr`
 */
export async function bringBoard(file: Uint8Array, judging: Judging): Promise<BroughtBoard> {
  const { name, records, pictures, leftOut } = readTldr(utf8(file))
  const { sources, good } = await judgePictures(pictures, judging)
  const refused = pictures.length - good.length
  return {
    name,
    update: encodeNewBoard(withPictures(records, sources)),
    pictures: good,
    leftOut: refused > 0 ? [...leftOut, { what: 'picture', count: refused }] : leftOut,
  }
}

/** @throws {DomainError} `tldr_unreadable` */
function utf8(bytes: Uint8Array): string {
  try {
    // A file that is cut off may end amid a letter: that is for its reader to say.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch (cause) {
    throw new DomainError('tldr_unreadable', { line: 1 }, { cause })
  }
}

/** By their bytes: what is no picture, or too large for a board, is left out together with what shows it. */
async function judgePictures(pictures: readonly TldrPicture[], { recognise, hashOf }: Judging) {
  const sources = new Map<string, string>()
  const good: Uint8Array[] = []
  for (const { assetId, src } of pictures) {
    const bytes = decode(src)
    const kind = bytes.byteLength <= maxImageBytes ? await recognise(bytes) : undefined
    if (!kind) continue
    sources.set(assetId, `asset:${hashOf(bytes)}.${kind}`)
    good.push(bytes)
  }
  return { sources, good }
}

/** What is no picture is found out by its bytes. */
function decode(src: string): Uint8Array {
  const comma = src.indexOf(',')
  const data = src.slice(comma + 1)
  if (/;base64$/.test(src.slice(0, Math.max(0, comma)))) return Uint8Array.from(Buffer.from(data, 'base64'))
  try {
    return new TextEncoder().encode(decodeURIComponent(data))
  } catch {
    return new Uint8Array()
  }
}

function withPictures(records: readonly BoardRecord[], sources: ReadonlyMap<string, string>): BoardRecord[] {
  const refused = new Set(records.filter((record) => isImage(record) && !sources.has(record.id)).map(({ id }) => id))
  return records.flatMap((record) => {
    if (refused.has(record.id)) return []
    if (isImage(record)) return [{ ...record, props: { ...record.props, src: sources.get(record.id) } }]
    return record.type === 'image' && refused.has(String(record.props?.assetId)) ? [] : [record]
  })
}

function isImage({ typeName, type }: BoardRecord): boolean {
  return typeName === 'asset' && type === 'image'
}
