import { Check, CornerDownRight, Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './OwnSigns.module.css'
import { ReactButton } from './ReactButton.tsx'
import { useIsFacilitator, useSelf, useSession, useSessionPlace } from './session-context.ts'
import { hasDone, stepPlace } from './step-place.ts'
import { useCommand } from './use-command.ts'
import { useIsElsewhere } from './use-is-elsewhere.ts'
import { useWords } from './use-words.ts'

/** What everybody can say of herself: a hand, being done; and the way back for who has wandered off. */
export function OwnSigns() {
  return (
    <div className={styles.signs}>
      <BackToStep />
      <DoneButton />
      <HandButton />
      <ReactButton />
    </div>
  )
}

export function BackToStep() {
  const { t } = useTranslation('session')
  const { canvas } = useSessionPlace()
  const elsewhere = useIsElsewhere()
  if (!elsewhere) return null
  return (
    <Button kind="primary" onClick={() => canvas?.goToZones(elsewhere)}>
      <CornerDownRight className={styles.turned} size={16} aria-hidden="true" />
      {t('own.back')}
    </Button>
  )
}

/** A facilitator reads the count elsewhere. */
function DoneButton() {
  const { t } = useTranslation('session')
  const session = useSession()
  const self = useSelf()
  const say = useCommand()
  const place = session && stepPlace(session)
  if (self?.role !== 'editor' || session?.run.status !== 'running' || !place) return null
  if (!hasDone(place.mode)) return null
  const isDone = session.run.done.includes(self.participantId)
  return (
    <Button
      aria-pressed={isDone}
      className={styles.sign}
      onClick={() => void say({ type: 'say_done', isDone: !isDone })}
    >
      <Check size={16} aria-hidden="true" />
      {t('own.done')}
    </Button>
  )
}

function HandButton() {
  const { t } = useTranslation('session')
  const session = useSession()
  const self = useSelf()
  const isFacilitator = useIsFacilitator()
  const { number } = useWords()
  const say = useCommand()
  if (!self || !session || isFacilitator) return null
  const place = session.hands.findIndex(({ participantId }) => participantId === self.participantId)
  const isUp = place >= 0
  return (
    <Button
      aria-pressed={isUp}
      className={styles.sign}
      onClick={() =>
        void say(isUp ? { type: 'lower_hand', participantId: self.participantId } : { type: 'raise_hand' })
      }
    >
      <Hand size={16} aria-hidden="true" />
      {isUp ? t('own.handUp', { number: number(place + 1) }) : t('own.raiseHand')}
    </Button>
  )
}
