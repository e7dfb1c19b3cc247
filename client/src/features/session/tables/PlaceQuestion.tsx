import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PersonPlace, personPlaces } from '#shared/protocol/messages.ts'
import { updateSelf } from '../../../api/sessions.ts'
import { Button } from '../../../ui/Button.tsx'
import { useToast } from '../../../ui/Toaster.tsx'
import { useProblemText } from '../../problem/index.ts'
import { useSessionPlace } from '../session-context.ts'
import styles from './TableStrip.module.css'

/** In a session that is in a room and online at once: asked once, for tables are mixed by it. */
export function PlaceQuestion() {
  const { t } = useTranslation('tables')
  const { board } = useSessionPlace()
  const toast = useToast()
  const problemText = useProblemText()
  const [isAnswered, setIsAnswered] = useState(false)
  if (isAnswered) return null
  const answer = (place: PersonPlace) => {
    setIsAnswered(true)
    updateSelf(board.id, { place }).catch((error: unknown) => {
      setIsAnswered(false)
      toast({ text: problemText(error) })
    })
  }
  return (
    <div className={styles.strip}>
      <span>{t('place.question')}</span>
      <span className={styles.answers}>
        {personPlaces.map((place) => (
          <Button key={place} size="small" onClick={() => answer(place)}>
            {t(`place.${place}`)}
          </Button>
        ))}
      </span>
    </div>
  )
}
