import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/**
 * What somebody is typing, until it counts: when she presses Enter or goes elsewhere, also when what she types in goes
 * away. Escape leaves it as it was. While she types nothing, what others set is shown.
 */
export function useDraft(value: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState<string>()
  const pending = useRef<string>(undefined)
  const latest = useRef(commit)
  latest.current = commit
  const settle = () => {
    const text = pending.current
    pending.current = undefined
    setDraft(undefined)
    if (text !== undefined) latest.current(text)
  }
  useEffect(
    () => () => {
      const text = pending.current
      pending.current = undefined
      if (text !== undefined) latest.current(text)
    },
    [],
  )
  return {
    value: draft ?? value,
    onChange(text: string) {
      pending.current = text
      setDraft(text)
    },
    onBlur: settle,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter') {
        event.preventDefault()
        settle()
      } else if (event.key === 'Escape' && pending.current !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        pending.current = undefined
        setDraft(undefined)
      }
    },
  }
}
