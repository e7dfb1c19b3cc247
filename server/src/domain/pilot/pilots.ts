import { DomainError } from '#shared/errors.ts'
import type { PilotStage } from '#shared/http/pilots.ts'
import type { Clock } from '../clock.ts'
import type { Secrets } from '../secrets.ts'
import type { PilotSummary } from './pilot.ts'
import type { PilotStore } from './pilot-store.ts'
import { numberedSlug, slugOf } from './slug.ts'

/** Empty texts stand for "not said yet". */
export type PilotFields = {
  readonly title: string
  readonly challenge?: string | undefined
  readonly owner?: string | undefined
  readonly department?: string | undefined
  readonly stage?: PilotStage | undefined
  readonly stoppedReason?: string | undefined
}
/** What is undefined stays as it is. */
export type PilotChange = Omit<PilotFields, 'title'> & { readonly title?: string | undefined }
export type Pilots = ReturnType<typeof createPilots>

export function createPilots({ store, secrets, clock }: { store: PilotStore; secrets: Secrets; clock: Clock }) {
  /** @throws {DomainError} `pilot_not_found` */
  async function find(idOrSlug: string): Promise<PilotSummary> {
    const pilot = await store.find(idOrSlug)
    if (!pilot) throw new DomainError('pilot_not_found')
    return pilot
  }

  return {
    find,
    list: () => store.list(),

    async create(given: PilotFields): Promise<PilotSummary> {
      const nowMs = clock.nowMs()
      const { title, challenge = '', owner = '', department = '', stage = 'idea', stoppedReason = '' } = given
      const fields = { title, challenge, owner, department, stage, stoppedReason }
      const pilot = { ...fields, id: secrets.newId(), createdAtMs: nowMs, changedAtMs: nowMs }
      const wanted = slugOf(title)
      // Read, not tried: each attempt is a commit, and everybody's edits wait for those.
      const taken = await store.slugsLike(wanted)
      for (let attempt = 1; ; attempt += 1) {
        const slug = numberedSlug(wanted, attempt)
        // Somebody else may have been given it since.
        if (!taken.has(slug) && (await store.create({ ...pilot, slug }))) return find(pilot.id)
      }
    },

    /** Why a pilot was stopped belongs to that stage: it goes when the pilot goes on. @throws {DomainError} `pilot_not_found` */
    async update(idOrSlug: string, given: PilotChange): Promise<PilotSummary> {
      const pilot = await find(idOrSlug)
      const stage = given.stage ?? pilot.stage
      await store.update(pilot.id, {
        title: given.title ?? pilot.title,
        challenge: given.challenge ?? pilot.challenge,
        owner: given.owner ?? pilot.owner,
        department: given.department ?? pilot.department,
        stage,
        stoppedReason: stage === 'stopped' ? (given.stoppedReason ?? pilot.stoppedReason) : '',
        changedAtMs: clock.nowMs(),
      })
      return find(pilot.id)
    },
  }
}
