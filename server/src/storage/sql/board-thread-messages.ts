import type { Damage } from '../../domain/room/board-log.ts'

/** What the board thread does, each with its answer. */
export type BoardTasks = {
  /** Turns a board's rows into a snapshot; undefined when there are none. */
  compact: {
    readonly given: { readonly boardId: string; readonly isForLong: boolean }
    readonly answer: NewSnapshot | undefined
  }
}

export type NewSnapshot = {
  readonly epoch: number
  readonly bytes: Uint8Array
  /** What it is before it is compressed. */
  readonly contentBytes: number
  readonly checksum: number
  readonly coversUpTo: number
  /** The sound snapshot that it was made from, together with the rows since. */
  readonly madeFrom: number | undefined
  readonly damaged: readonly Damage[]
  readonly tookMs: number
}

export type ToBoardThread = {
  [K in keyof BoardTasks]: { readonly id: number; readonly task: K; readonly given: BoardTasks[K]['given'] }
}[keyof BoardTasks]

export type FromBoardThread =
  | { readonly id: number; readonly answer: BoardTasks[keyof BoardTasks]['answer'] }
  | { readonly id: number; readonly failure: string }

export type BoardThreadData = { readonly path: string }
