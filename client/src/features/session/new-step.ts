import type { Step } from '#shared/session/session.ts'

/** What most steps are: ten minutes in which everybody writes. */
export function newStep(): Omit<Step, 'id'> {
  return {
    title: { en: '' },
    prompt: { en: '' },
    notes: { en: '' },
    zones: [],
    minutes: 10,
    mode: 'open',
    tools: [],
    isKeptToZones: false,
    isAnonymous: false,
    feeds: [],
  }
}
