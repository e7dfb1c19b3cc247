import type { Notice } from '#shared/protocol/messages.ts'
import type { TakenBackReason } from './judge-record.ts'

const maxIdsInNotice = 1_000

/** Tells who wrote it what of her update did not stay: one notice for each reason and each limit. */
export function takenBackNotices(
  faults: ReadonlyMap<string, TakenBackReason>,
  limits: ReadonlyMap<string, string>,
): Notice[] {
  return [
    ...[...idsByWhy(faults)].map(([reason, recordIds]): Notice => ({ code: 'taken_back', reason, recordIds })),
    ...[...idsByWhy(limits)].map(([limit, recordIds]): Notice => ({ code: 'limit', limit, recordIds })),
  ]
}

function idsByWhy<Why>(whyById: ReadonlyMap<string, Why>): Map<Why, string[]> {
  const idsBy = new Map<Why, string[]>()
  for (const [id, why] of whyById) {
    const ids = idsBy.get(why) ?? []
    idsBy.set(why, ids)
    if (ids.length < maxIdsInNotice) ids.push(id)
  }
  return idsBy
}
