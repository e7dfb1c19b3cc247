import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { LeftOut } from '#shared/http/exchange.ts'
import { maxFileBytesPerPerson, maxTitleLength } from '#shared/limits.ts'
import { writeTldr } from '#shared/tldr/write-tldr.ts'
import type { Caller } from '../access/caller.ts'
import type { BoardSummary } from '../board/board.ts'
import type { BoardMembership } from '../board/board-access.ts'
import type { Boards } from '../board/boards.ts'
import type { Files } from '../file/files.ts'
import type { BroughtBoard } from './bring-board.ts'

export type BoardFiles = ReturnType<typeof createBoardFiles>

/** Boards that come as files, and leave as files. */
export function createBoardFiles(ports: {
  /** As `bringBoard`, beside everything else that goes on. */
  readonly readTldr: (bytes: Uint8Array) => Promise<BroughtBoard>
  readonly boards: Boards
  readonly membership: BoardMembership
  readonly files: Files
  readonly readFile: (path: string) => Promise<Uint8Array>
}) {
  const { readTldr, boards, membership, files, readFile } = ports

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
      const { name, update, pictures, leftOut } = await readTldr(bytes)
      const pictureBytes = pictures.reduce((sum, { byteLength }) => sum + byteLength, 0)
      if (pictureBytes > maxFileBytesPerPerson) throw new DomainError('own_files_full')
      const board = await boards.bring(pilotId, (title || name || fallback).slice(0, maxTitleLength), update)
      try {
        const member = await membership.memberOf(board.id, caller)
        for (const picture of pictures) await files.put(member, picture)
      } catch (cause) {
        // Nothing half: whoever tries again starts from the file.
        await boards.delete(board.id)
        throw cause
      }
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
}
