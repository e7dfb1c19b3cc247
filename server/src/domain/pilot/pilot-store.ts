import type { Pilot, PilotSummary } from './pilot.ts'

export type PilotChange = Partial<
  Pick<Pilot, 'title' | 'challenge' | 'owner' | 'department' | 'stage' | 'stoppedReason'>
> & { readonly changedAtMs: number }

/** Keeps pilots. */
export interface PilotStore {
  /** @returns false when the slug is taken: nothing was written. */
  create(pilot: Pilot): Promise<boolean>
  /** Those that are taken of the slug itself and of what begins with it and a hyphen. */
  slugsLike(slug: string): Promise<ReadonlySet<string>>
  /** An id comes before a slug. */
  find(idOrSlug: string): Promise<PilotSummary | undefined>
  /** The one changed last comes first; a change of one of its boards counts. */
  list(): Promise<readonly PilotSummary[]>
  /** @throws {DomainError} `pilot_not_found` */
  update(id: string, change: PilotChange): Promise<void>
}
