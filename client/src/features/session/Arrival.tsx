import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './Arrival.module.css'
import { useSelf, useSession } from './session-context.ts'
import { ownTable } from './tables/own-table.ts'
import { useTableWords } from './tables/use-table-words.ts'
import { type ComingMove, useMoves } from './use-moves.ts'
import { useWords } from './use-words.ts'

const noticeMs = 1_000

/** Over the canvas for a second before the view moves; nobody is taken anywhere without a word. */
export function Arrival() {
  const coming = useMoves()
  return coming ? <Banner key={coming.zones.join()} coming={coming} /> : null
}

function Banner({ coming }: { readonly coming: ComingMove }) {
  const { t } = useTranslation('session')
  const { zoneNames } = useWords()
  const session = useSession()
  const self = useSelf()
  const tableWords = useTableWords()
  const own = session && self ? ownTable(session, self.participantId) : undefined
  const isOwnTable = own && coming.zones.length === 1 && coming.zones[0] === own.zone
  // Whoever reaches for the button must find it there.
  const [isReachedFor, setIsReachedFor] = useState(false)
  const latest = useRef(coming)
  latest.current = coming
  useEffect(() => {
    if (isReachedFor) return
    const timer = setTimeout(() => latest.current.go(), noticeMs)
    return () => clearTimeout(timer)
  }, [isReachedFor])
  useEffect(() => {
    const stayOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      latest.current.stay()
    }
    // Before the canvas, which has an Escape of its own.
    window.addEventListener('keydown', stayOnEscape, true)
    return () => window.removeEventListener('keydown', stayOnEscape, true)
  }, [])
  return (
    <div
      className={styles.banner}
      role="status"
      onPointerEnter={() => setIsReachedFor(true)}
      onPointerLeave={() => setIsReachedFor(false)}
      onFocus={() => setIsReachedFor(true)}
      onBlur={() => setIsReachedFor(false)}
    >
      <p className={styles.words}>
        {isOwnTable ? tableWords(own) : t('move.going', { zone: zoneNames(coming.zones) })}
      </p>
      <Button size="small" onClick={coming.stay}>
        {t('move.stay')}
      </Button>
    </div>
  )
}
