import { type RefObject, useEffect, useRef } from 'react'

const fields = 'form :is(input:not([type="hidden"]), textarea, select):not(:disabled)'

/**
 * Who opens a form wants to fill it in: focus begins in its first field, also where the form comes later, as long as she
 * has gone nowhere else in the dialog meanwhile. Without a form it begins on the dialog itself, which is read out whole;
 * what is beside its title is the way out, and nobody came for that.
 */
export function useFirstFocus(dialog: RefObject<HTMLElement | null>): () => void {
  const waiting = useRef<MutationObserver>(undefined)
  useEffect(() => () => waiting.current?.disconnect(), [])
  return () => {
    const box = dialog.current
    if (!box || focusField(box)) return
    box.focus()
    waiting.current?.disconnect()
    waiting.current = new MutationObserver((_, observer) => {
      if (document.activeElement !== box || focusField(box)) observer.disconnect()
    })
    waiting.current.observe(box, { childList: true, subtree: true })
  }
}

function focusField(box: HTMLElement): boolean {
  const first = box.querySelector<HTMLElement>(fields)
  // Of several to choose from it is the one that is chosen: the arrow keys go on from there.
  const name = first instanceof HTMLInputElement && first.type === 'radio' ? CSS.escape(first.name) : undefined
  const field = name === undefined ? first : (box.querySelector<HTMLElement>(`input[name="${name}"]:checked`) ?? first)
  field?.focus()
  return field !== null
}
