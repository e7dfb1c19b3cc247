import { useSyncExternalStore } from 'react'

/** Whether the page is shown so; for what must be another part, not the same one in another place. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(query).matches,
  )
}

/** As style sheets have it: below it there is no room beside the canvas. */
export const phoneWidth = '(max-width: 799px)'
