import { useRef } from 'react'

/**
 * Remembers what had the focus when a dialog opened, and gives it back. Radix does so only for dialogs that are opened
 * by a trigger of their own; ours are opened by state.
 */
export function useReturnFocus(): { remember: () => void; giveBack: (event: Event) => void } {
  const opener = useRef<Element>(null)
  return {
    remember: () => {
      opener.current = document.activeElement
    },
    giveBack: (event) => {
      event.preventDefault()
      const { current } = opener
      if (current instanceof HTMLElement && current.isConnected) current.focus()
    },
  }
}
