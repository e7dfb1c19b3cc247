import { type ComponentType, lazy, useState } from 'react'
import { loadPatiently } from './load-patiently.ts'

export type Preloadable<Props extends object> = ComponentType<Props> & {
  /** Brings the code, so that the component is there at once where it is shown afterwards. */
  preload(): Promise<void>
}

/**
 * `lazy`, but for a component that may be loaded before it is shown: then it is shown in the same turn. `lazy` shows the
 * fallback first even so, and React leaves a fallback on the screen for 300 ms.
 */
export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>): Preloadable<Props> {
  let loaded: ComponentType<Props> | undefined
  const loadAndKeep = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Lazy: ComponentType<Props> = lazy(() => loadPatiently(loadAndKeep))
  function Shown(props: Props) {
    // The same for as long as it is shown: another one would begin anew.
    const [Chosen] = useState(() => loaded ?? Lazy)
    return <Chosen {...props} />
  }
  return Object.assign(Shown, {
    async preload() {
      if (!loaded) await loadAndKeep()
    },
  })
}
