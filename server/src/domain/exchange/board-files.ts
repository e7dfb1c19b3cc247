import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { LeftOut } from '#shared/http/exchange.ts'
import { maxFileBytesPerPerson, maxImageBytes, maxTitleLength } from '#shared/limits.ts'
import type { TldrContent } from '#shared/tldr/read-tldr.ts'
import { writeTldr } from '#shared/tldr/write-tldr.ts'
import type { Caller } from '../access/caller.ts'
import type { BoardSummary } from '../board/board.ts'
import type { BoardMembership } from '../board/board-access.ts'
import type { Boards } from '../board/boards.ts'
import type { Files, RecogniseImage } from '../file/files.ts'

/** What was read of a file, its pictures as bytes. */
export type BroughtBoard = Omit<TldrContent, 'pictures'> & {
  readonly pictures: readonly { readonly assetId: string; readonly bytes: Uint8Array }[]
}

export type BoardFiles = ReturnType<typeof createBoardFiles>

/** Boards that come as files, and leave as files. */
export function createBoardFiles(ports: {
  readonly readTldr: (bytes: Uint8Array) => Promise<BroughtBoard>
  readonly boards: Boards
  readonly membership: BoardMembership
  readonly files: Files
  readonly recognise: RecogniseImage
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly hashOf: (bytes: Uint8Array) => string
}) {
  const { readTldr, boards, membership, files, recognise, readFile, hashOf } = ports

  return {
    /**
     * A new board with all that the file has, or no board at all.
     *
     * @param title - what the board is called; else what the file says, else `fallback`
     * @throws {DomainError} as `readTldr`; `pilot_not_found`, `own_files_full`, `store_unavailable`
     */
    async importTldr(
      pilotId: string,
      caller: Caller,
      bytes: Uint8Array,
      { title, fallback }: { title: string; fallback: string },
    ): Promise<{ board: BoardSummary; leftOut: readonly LeftOut[] }> {
      const content = await readTldr(bytes)
      const pictures = await judgePictures(content)
      if (pictures.bytes > maxFileBytesPerPerson) throw new DomainError('own_files_full')
      const records = withPictures(content.records, pictures.sources)
      const named = (title || content.name || fallback).slice(0, maxTitleLength)
      const board = await boards.create(pilotId, { title: named, template: null }, records)
      try {
        const member = await membership.memberOf(board.id, caller)
        for (const picture of pictures.good) await files.put(member, picture)
      } catch (cause) {
        // Nothing half: whoever tries again starts from the file.
        await boards.delete(board.id)
        throw cause
      }
      const leftOut =
        pictures.refused > 0
          ? [...content.leftOut, { what: 'picture', count: pictures.refused } as const]
          : content.leftOut
      return { board, leftOut }
    },

    /** The board as a file that a plain tldraw opens, with its pictures inside. */
    async exportTldr(title: string, records: readonly BoardRecord[], locale: string): Promise<string> {
      const inside = new Map<string, string>()
      for (const { typeName, type, props } of records) {
        const src = typeName === 'asset' && type === 'image' ? props?.src : undefined
        if (typeof src !== 'string' || inside.has(src)) continue
        const found = await files.find(src.slice('asset:'.length)).catch(() => undefined)
        if (!found) continue
        const data = Buffer.from(await readFile(found.path)).toString('base64')
        inside.set(src, `data:${props?.mimeType};base64,${data}`)
      }
      return writeTldr(title, records, inside, locale)
    },
  }

  /** By their bytes: what is no picture, or too large for a board, is left out together with what shows it. */
  async function judgePictures({ pictures }: BroughtBoard) {
    const sources = new Map<string, string>()
    const good: Uint8Array[] = []
    let bytes = 0
    for (const picture of pictures) {
      const kind = picture.bytes.byteLength <= maxImageBytes ? await recognise(picture.bytes) : undefined
      if (!kind) continue
      sources.set(picture.assetId, `asset:${hashOf(picture.bytes)}.${kind}`)
      good.push(picture.bytes)
      bytes += picture.bytes.byteLength
    }
    return { sources, good, bytes, refused: pictures.length - good.length }
  }
}

function withPictures(records: readonly BoardRecord[], sources: ReadonlyMap<string, string>): BoardRecord[] {
  const isRefused = (id: unknown) =>
    records.some((record) => record.id === id && isImage(record)) && !sources.has(String(id))
  return records.flatMap((record) => {
    if (isImage(record)) {
      const src = sources.get(record.id)
      return src === undefined ? [] : [{ ...record, props: { ...record.props, src } }]
    }
    return record.type === 'image' && isRefused(record.props?.assetId) ? [] : [record]
  })
}

function isImage({ typeName, type }: BoardRecord): boolean {
  return typeName === 'asset' && type === 'image'
}
