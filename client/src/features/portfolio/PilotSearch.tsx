import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PortfolioPage.module.css'

/** As it is printed on keyboards. */
const shortcut = 'Ctrl K'

export function PilotSearch({
  typed,
  onChange,
}: {
  readonly typed: string
  readonly onChange: (typed: string) => void
}) {
  const { t } = useTranslation('pilot')
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
      <Search className={styles.searchIcon} size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className={styles.searchInput}
        aria-label={t('portfolio.search')}
        aria-keyshortcuts="Control+K"
        placeholder={t('portfolio.searchHint')}
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
