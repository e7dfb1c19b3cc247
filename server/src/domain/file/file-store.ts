/** Keeps the content of files under the hash of it, so that the same picture is stored once. */
export interface FileStore {
  /** Resolves once the content is durable. Putting what is there already changes nothing. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Where it lies on this machine, or undefined when there is no such file. */
  find(name: string): Promise<string | undefined>
  /** The same question for a room, which asks in the middle of a tick and cannot wait. */
  hasNow(name: string): boolean
  /** Everything that is stored, and when it was put there last. */
  list(): Promise<readonly { readonly name: string; readonly storedAtMs: number }[]>
  /** From now on `hasNow` says no for these, in place of those named before, until somebody puts one there again. */
  withhold(names: ReadonlySet<string>): void
  /** @returns false when it is not withheld any more. */
  removeWithheld(name: string): Promise<boolean>
}

/** Notes which board a file was put on, by whom. */
export interface BoardFileStore {
  /** @throws {DomainError} `board_not_found` */
  add(file: BoardFile): Promise<void>
  /** Of all files that were put on a board which is there, deleted ones that can be brought back among them. */
  namesOnBoards(): Promise<ReadonlySet<string>>
  /** What is on a board, in bytes: by everybody, and by one of them. */
  usage(boardId: string, participantId: string): Promise<{ readonly board: number; readonly own: number }>
}

export type BoardFile = {
  readonly boardId: string
  /** SHA-256 of the content and an ending: `<64 hexadecimal digits>.<png|jpg|gif|webp|svg>`. */
  readonly name: string
  readonly mimeType: string
  readonly bytes: number
  readonly participantId: string
  readonly createdAtMs: number
}

export const fileNamePattern = /^[a-f0-9]{64}\.(png|jpg|gif|webp|svg)$/
