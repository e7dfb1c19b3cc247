import { ChevronDown, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxPeopleOfTable } from '#shared/limits.ts'
import { updateSelf } from '../../../api/sessions.ts'
import { Button } from '../../../ui/Button.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { Stepper } from '../../../ui/Stepper.tsx'
import { useToast } from '../../../ui/Toaster.tsx'
import { useProblemText } from '../../problem/index.ts'
import { usePeopleById, useSessionPlace } from '../session-context.ts'
import { useWords } from '../use-words.ts'
import styles from './TableStrip.module.css'

/** On a table's device: for how many people it stands, which is how much its votes weigh; to be changed as they come and go. */
export function DeviceStrip({ participantId }: { readonly participantId: string }) {
  const { t } = useTranslation('tables')
  const { board } = useSessionPlace()
  const { number } = useWords()
  const person = usePeopleById().get(participantId)
  const toast = useToast()
  const problemText = useProblemText()
  const [meant, setMeant] = useState<number>()
  const heard = person?.standsFor
  // Not with the answer: the board hears of it a moment later, and who taps on meanwhile goes on from what she sees.
  useEffect(() => setMeant((now) => (now === heard ? undefined : now)), [heard])
  if (!person) return null
  const { name, standsFor } = person
  const count = meant ?? standsFor
  const change = (next: number) => {
    setMeant(next)
    updateSelf(board.id, { standsFor: next }).catch((error: unknown) => {
      setMeant((now) => (now === next ? undefined : now))
      toast({ text: problemText(error) })
    })
  }
  return (
    <div className={styles.strip}>
      <Users className={styles.sign} size={20} aria-hidden="true" />
      <strong className={styles.place}>{t('device.standsFor', { name, count })}</strong>
      <Popover
        label={t('device.change')}
        align="end"
        trigger={
          <Button size="small">
            {t('device.change')}
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
        }
      >
        <Stepper
          label={t('device.count')}
          value={count}
          text={number(count)}
          least={1}
          most={maxPeopleOfTable}
          words={{ less: t('device.less'), more: t('device.more') }}
          onChange={change}
        />
        <p className={styles.soft}>{t('device.weight', { count })}</p>
      </Popover>
    </div>
  )
}
