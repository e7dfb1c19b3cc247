import { type Atom, atom, defaultUserPreferences, type TLUser, type TLUserPreferences } from 'tldraw'

export type CanvasPreferences = Pick<TLUserPreferences, 'locale' | 'colorScheme' | 'id'>

/** The person as tldraw knows her: language and colours are the app's choice, the rest is hers while the page is open. */
export interface CanvasUser {
  readonly user: TLUser
  readonly preferences: Atom<TLUserPreferences>
}

export function createCanvasUser(preferences: CanvasPreferences): CanvasUser {
  const current = atom<TLUserPreferences>('user preferences', { ...defaultUserPreferences, ...preferences })
  return {
    preferences: current,
    user: { userPreferences: current, setUserPreferences: (next) => current.set(next) },
  }
}
