/** How notes are shown once they are revealed, as people were told. */
export type AloneKind = 'named' | 'anonymous'

/** What a device remembers of somebody's writing alone, for when there is no line to ask. */
export interface AloneMemory {
  /** The step of writing alone that ran when the board was last heard of. */
  readonly step: AloneKind | undefined
  rememberStep(step: AloneKind | undefined): void
  /** Whether words wait here that were written when their writer was told that nobody will know whose they are. */
  readonly isUnsentAnonymous: boolean
  rememberUnsent(isAnonymous: boolean): void
}

/** @param storage - Undefined where the device keeps nothing: it is remembered as long as the tab. */
export function createAloneMemory(storage: Storage | undefined, key: string): AloneMemory {
  const inTab = new Map<string, string>()
  const read = (name: string): string | undefined => {
    try {
      return storage?.getItem(`tablecloth.${name}.${key}`) ?? inTab.get(name)
    } catch {
      return inTab.get(name)
    }
  }
  const write = (name: string, value: string | undefined) => {
    if (value === undefined) inTab.delete(name)
    else inTab.set(name, value)
    try {
      if (value === undefined) storage?.removeItem(`tablecloth.${name}.${key}`)
      else storage?.setItem(`tablecloth.${name}.${key}`, value)
    } catch {
      // A full device: the tab knows.
    }
  }
  return {
    get step() {
      const step = read('alone')
      return step === 'named' || step === 'anonymous' ? step : undefined
    },
    rememberStep: (step) => write('alone', step),
    get isUnsentAnonymous() {
      return read('alone-unsent') === 'anonymous'
    },
    rememberUnsent: (isAnonymous) => write('alone-unsent', isAnonymous ? 'anonymous' : undefined),
  }
}
