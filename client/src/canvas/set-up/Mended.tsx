import { type ReactNode, useLayoutEffect, useRef } from 'react'

export type MendedProps = {
  readonly children: ReactNode
  /** Called whenever elements come; must be the same function from one render to the next. */
  readonly mend: (root: HTMLElement) => void
}

/** Puts right what tldraw's own parts leave out for people who do not see them and gives no other hold on. */
export function Mended({ children, mend }: MendedProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const root = element.current
    if (!root) return
    mend(root)
    const observer = new MutationObserver(() => mend(root))
    observer.observe(root, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [mend])
  return (
    <div ref={element} style={{ display: 'contents' }}>
      {children}
    </div>
  )
}
