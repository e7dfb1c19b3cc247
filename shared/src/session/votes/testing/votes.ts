import type { Ballot, GivenDot } from '../tally.ts'
import type { VoteSetup } from '../vote-setup.ts'

export function voteSetup(overrides: Partial<VoteSetup> = {}): VoteSetup {
  return {
    dots: 3,
    zones: ['ideas'],
    noteKinds: ['note'],
    severalOnOne: true,
    minutes: null,
    isSecret: false,
    decider: null,
    isStraw: false,
    target: 'notes',
    ...overrides,
  }
}

export function ballot(participantId: string, overrides: Partial<Ballot> = {}): Ballot {
  return { participantId, name: participantId, weight: 1, joinedLater: false, isLeftOut: false, ...overrides }
}

export function dot(participantId: string, slot: number, targetId: string, point: GivenDot['point'] = null): GivenDot {
  return { participantId, slot, targetId, point }
}
