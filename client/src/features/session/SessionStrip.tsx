import { CloudOff, Eye, PartyPopper, PauseCircle, UserCheck } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { AloneStrip } from './AloneStrip.tsx'
import styles from './SessionStrip.module.css'
import { usePeopleById, useSelf, useSession, useSessionPlace } from './session-context.ts'
import { type StripKind, stripKind } from './strip-kind.ts'
import { OwnPlace } from './tables/lazy-tables.ts'
import { useCommand } from './use-command.ts'
import { useWords } from './use-words.ts'

/** A line under the bar: why one cannot write or move, and what a facilitator still holds. */
export function SessionStrip() {
  const session = useSession()
  const self = useSelf()
  const { t } = useTranslation('session')
  const { desk } = useSessionPlace()
  const sending = useReadable(desk.sending)
  const strip = session && self && stripKind(session, self)
  return (
    // There before it says something: else nobody would be told.
    <div role="status">
      {sending === 'waiting' || sending === 'busy' ? (
        <Words icon={<CloudOff size={16} aria-hidden="true" />} text={t(`strip.${sending}`)} />
      ) : null}
      {strip ? <Line strip={strip} session={session} selfId={self.participantId} /> : null}
      <Suspense>{session && self && self.role !== 'viewer' ? <OwnPlace /> : null}</Suspense>
      <AloneStrip />
      {self?.role === 'facilitator' ? null : <Thanks isOver={session?.run.status === 'ended'} />}
    </div>
  )
}

/** For who was there when it ended. Who opens the board later came for something else. */
function Thanks({ isOver }: { readonly isOver: boolean }) {
  const { t } = useTranslation('session')
  const [wasOver] = useState(isOver)
  const [isRead, setIsRead] = useState(false)
  if (!isOver || wasOver || isRead) return null
  return (
    <Words icon={<PartyPopper size={16} aria-hidden="true" />} text={t('strip.over')}>
      <Button size="small" kind="quiet" onClick={() => setIsRead(true)}>
        {t('strip.dismiss')}
      </Button>
    </Words>
  )
}

type LineProps = { readonly strip: StripKind; readonly session: SessionView; readonly selfId: string }

function Line({ strip, session, selfId }: LineProps) {
  const { t } = useTranslation('session')
  const { zoneName } = useWords()
  const say = useCommand()
  const people = usePeopleById()
  const isPhone = useMediaQuery(phoneWidth)
  const nameOf = (id: string | null) => (id === null ? undefined : people.get(id)?.name) ?? t('strip.facilitator')
  const leader = nameOf(session.leaderId)
  switch (strip.kind) {
    case 'leads-for': {
      const isBack = people.has(strip.participantId)
      return (
        <Words icon={<UserCheck size={16} aria-hidden="true" />} text={t('strip.leadsFor')}>
          {isBack ? (
            <Button size="small" onClick={() => void say({ type: 'hand_over', participantId: strip.participantId })}>
              {t('strip.giveBack', { name: nameOf(strip.participantId) })}
            </Button>
          ) : null}
          <Button size="small" kind="quiet" onClick={() => void say({ type: 'hand_over', participantId: selfId })}>
            {t('strip.keep')}
          </Button>
        </Words>
      )
    }
    case 'is-led':
      return (
        <Words icon={<UserCheck size={16} aria-hidden="true" />} text={t('strip.isLed', { name: leader })}>
          <Button size="small" onClick={() => void say({ type: 'hand_over', participantId: selfId })}>
            {t('strip.leadAgain')}
          </Button>
        </Words>
      )
    case 'holds': {
      const zone = zoneName(strip.zone)
      const { byName: name } = strip
      return (
        <Words
          icon={<Eye size={16} aria-hidden="true" />}
          text={name === undefined ? t('strip.holds', { zone }) : t('strip.holdsBy', { name, zone })}
        >
          <Button size="small" onClick={() => void say({ type: 'hold_view', zone: null })}>
            {t('strip.release')}
          </Button>
        </Words>
      )
    }
    case 'freezes':
      return (
        <Words icon={<PauseCircle size={16} aria-hidden="true" />} text={t('strip.freezes')}>
          <Button size="small" onClick={() => void say({ type: 'freeze', isFrozen: false })}>
            {t('strip.unfreeze')}
          </Button>
        </Words>
      )
    case 'held':
      return (
        <Words icon={<Eye size={16} aria-hidden="true" />} text={t('strip.held', { name: strip.byName ?? leader })} />
      )
    case 'muted':
    case 'frozen':
      return <Words icon={<PauseCircle size={16} aria-hidden="true" />} text={t(`strip.${strip.kind}`)} />
    case 'looks-on': {
      const why = t(`strip.looksOn.${strip.mode}`, { name: leader })
      const isMinor = strip.mode === 'vote'
      // On a phone the canvas needs the room more.
      const then = strip.canNext && !(isPhone && isMinor) ? t('strip.canNext') : ''
      const text = `${why} ${then}`.trim()
      return <Words icon={<Eye size={16} aria-hidden="true" />} text={text} isMinor={isMinor} />
    }
  }
}

type WordsProps = {
  readonly icon: ReactNode
  readonly text: string
  /** Left out on a phone beside other lines. */
  readonly isMinor?: boolean
  readonly children?: ReactNode
}

function Words({ icon, text, isMinor = false, children }: WordsProps) {
  return (
    <div className={styles.strip} data-minor={isMinor || undefined}>
      {icon}
      <p>{text}</p>
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
