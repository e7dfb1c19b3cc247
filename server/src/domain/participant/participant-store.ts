import type { Participant } from './participant.ts'

/** Keeps participants, their devices and join tokens. */
export interface ParticipantStore {
  /** @returns undefined for a device on which nobody has joined a board. */
  findGuestId(secretHash: string): Promise<string | undefined>
  findByToken(tokenHash: string): Promise<Participant | undefined>
  findByGuest(boardId: string, guestId: string): Promise<Participant | undefined>
  /** Everybody who has joined the board, removed or not, the first one first. */
  listByBoard(boardId: string): Promise<readonly Participant[]>
  findOnBoard(boardId: string, id: string): Promise<Participant | undefined>
  update(id: string, change: Partial<Pick<Participant, 'role' | 'place' | 'standsFor' | 'removedAtMs'>>): Promise<void>
  /** Boards where the guest runs things: decides what else she may ask for. */
  isFacilitatorSomewhere(guestId: string): Promise<boolean>
  /**
   * Keeps a participant with a fresh token. `guestSecretHash` is given with the first one of a device.
   *
   * @returns false when the same device was joining at the same moment and was first: nothing was written.
   * @throws {DomainError} `board_not_found`
   */
  save(
    participant: Participant,
    guestSecretHash: string | undefined,
    token: { readonly tokenHash: string; readonly createdAtMs: number },
  ): Promise<boolean>
}
