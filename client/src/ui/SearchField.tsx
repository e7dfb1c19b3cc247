import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import styles from './SearchField.module.css'

/** As it is printed on keyboards. */
const shortcut = 'Ctrl K'

export type SearchFieldProps = {
  readonly label: string
  /** What can be typed; the label where there is none. */
  readonly placeholder?: string
  readonly typed: string
  readonly onChange: (typed: string) => void
}

/** The search of a page: found by Ctrl K, emptied by Escape. */
export function SearchField({ label, placeholder = label, typed, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focusOnShortcut = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      input.current?.select()
    }
    addEventListener('keydown', focusOnShortcut)
    return () => removeEventListener('keydown', focusOnShortcut)
  }, [])
  return (
    <search className={styles.search}>
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={label}
        aria-keyshortcuts="Control+K"
        placeholder={placeholder}
        dir={typed ? 'auto' : undefined}
        value={typed}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => (event.key === 'Escape' ? onChange('') : undefined)}
      />
      <span className={styles.shortcut} aria-hidden="true">
        {shortcut}
      </span>
    </search>
  )
}
