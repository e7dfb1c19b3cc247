import { DomainError } from '#shared/errors.ts'
import { maxFileBytesPerBoard, maxFileBytesPerPerson, maxUploadsAtOnce } from '#shared/limits.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { Clock } from '../clock.ts'
import { type BoardFile, type BoardFileStore, type FileStore, fileNamePattern } from './file-store.ts'
import { type ImageKind, imageKinds, kindOfName } from './image-kind.ts'

/** Tells what kind of image these bytes are, by the bytes alone. */
export type RecogniseImage = (bytes: Uint8Array) => Promise<ImageKind | undefined>
export type Files = ReturnType<typeof createFiles>

export function createFiles(ports: {
  contents: FileStore
  boardFiles: BoardFileStore
  recognise: RecogniseImage
  /** SHA-256 in hexadecimal. */
  hashOf: (bytes: Uint8Array) => string
  clock: Clock
}) {
  const { contents, boardFiles, recognise, hashOf, clock } = ports
  const uploads = new Map<string, number>()

  /** @throws {DomainError} `board_files_full`, `own_files_full` */
  async function assertRoomFor({ boardId, participantId }: BoardMember, bytes: number): Promise<void> {
    const { board, own } = await boardFiles.usage(boardId, participantId)
    if (board + bytes > maxFileBytesPerBoard) throw new DomainError('board_files_full')
    if (own + bytes > maxFileBytesPerPerson) throw new DomainError('own_files_full')
  }

  return {
    /**
     * Begins an upload: each is held in memory until it is whole, so one person has a few at once.
     *
     * @returns the end of it.
     * @throws {DomainError} `too_many_requests`, `board_files_full`, `own_files_full`
     */
    async beginUpload(member: BoardMember): Promise<() => void> {
      const { participantId } = member
      const count = uploads.get(participantId) ?? 0
      if (count >= maxUploadsAtOnce) throw new DomainError('too_many_requests', { retryAfterSeconds: 10 })
      uploads.set(participantId, count + 1)
      const end = () => {
        const left = (uploads.get(participantId) ?? 1) - 1
        if (left === 0) uploads.delete(participantId)
        else uploads.set(participantId, left)
      }
      try {
        await assertRoomFor(member, 0)
      } catch (cause) {
        end()
        throw cause
      }
      return end
    },

    /** @throws {DomainError} `unsupported_image`, `board_files_full`, `own_files_full` */
    async put(member: BoardMember, bytes: Uint8Array): Promise<BoardFile> {
      await assertRoomFor(member, bytes.byteLength)
      const kind = await recognise(bytes)
      if (!kind) throw new DomainError('unsupported_image')
      const name = `${hashOf(bytes)}.${kind}`
      await contents.put(name, bytes)
      const file: BoardFile = {
        boardId: member.boardId,
        name,
        mimeType: imageKinds[kind].mimeType,
        bytes: bytes.byteLength,
        participantId: member.participantId,
        createdAtMs: clock.nowMs(),
      }
      await boardFiles.add(file)
      return file
    },

    /**
     * Any stored file, whichever board it was put on: a note copied to another board keeps its picture, and who knows
     * a content's SHA-256 has seen the content.
     *
     * @throws {DomainError} `file_not_found`
     */
    async find(name: string): Promise<{ path: string; kind: ImageKind }> {
      const kind = kindOfName(name)
      const path = kind && fileNamePattern.test(name) ? await contents.find(name) : undefined
      if (!kind || !path) throw new DomainError('file_not_found')
      return { path, kind }
    },
  }
}
