import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** A page that changes without loading must move focus itself, or a screen reader stays on the old one. */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  const target = useRef<HTMLElement>(null)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    target.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [pathname])
  return target
}
