import type { CheckpointKind } from '#shared/http/checkpoints.ts'

/** A copy of what was on a board at a moment. Never changed once it is stored. */
export type Checkpoint = {
  readonly id: string
  readonly boardId: string
  readonly kind: CheckpointKind
  readonly title: string | null
  readonly createdAtMs: number
  /** The participant or account who made it, and the name at that time; null for what the server made by itself. */
  readonly createdBy: string | null
  readonly createdByName: string | null
  readonly shapeCount: number
  /** Size of the contents as they are stored. */
  readonly bytes: number
}

/** `contents` are the records as `checkpoint-contents.ts` packs them. */
export type NewCheckpoint = Checkpoint & { readonly contents: Uint8Array }
