import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/session/session.ts'
import type { VoteRound } from '#shared/session/votes/round.ts'
import { Button } from '../../ui/Button.tsx'
import { usePeopleById, useZones } from '../session/index.ts'
import { defaultSetup } from './default-setup.ts'
import { SetupDialog } from './SetupDialog.tsx'
import { useOpening } from './use-opening.ts'
import { useRounds } from './use-rounds.ts'

export type OpenVoteButtonsProps = {
  /** Undefined for a loose vote. */
  readonly step: Step | undefined
  /** The last round in the same step: the next one is like it. */
  readonly before: Pick<VoteRound, 'setup' | 'title'> | undefined
  readonly isFirst?: boolean
}

/** One opens a vote as it most likely is meant, the other asks. */
export function OpenVoteButtons({ step, before, isFirst = false }: OpenVoteButtonsProps) {
  const { t } = useTranslation('votes')
  const zones = useZones()
  const { open, isOpening } = useOpening()
  const [isSettingUp, setIsSettingUp] = useState(false)
  const people = usePeopleById()
  const { data: rounds = [] } = useRounds()
  // Who decided in the last round in which somebody did, while she is here.
  const deciderId = rounds.flatMap(({ setup }) => setup.decider?.participantId ?? []).find((id) => people.has(id))
  const superVotes = step?.vote?.superVotes ?? 0
  const usual = defaultSetup(zones, step, before?.setup)
  const isDecided = before !== undefined || superVotes === 0
  const setup =
    isDecided || deciderId === undefined ? usual : { ...usual, decider: { participantId: deciderId, superVotes } }
  const isAsking = !isDecided && deciderId === undefined
  const openIt = () => (isAsking ? setIsSettingUp(true) : open({ title, setup }))
  // Without one it is called as its step is, in each reader's language.
  const title = before?.title ?? ''
  return (
    <>
      <Button onClick={() => setIsSettingUp(true)}>{t('ready.setUp')}</Button>
      <Button kind={isFirst ? 'primary' : 'plain'} isBusy={isOpening} onClick={openIt}>
        {before ? t('ready.openAgain') : t(isAsking ? 'ready.openAsking' : 'ready.open')}
      </Button>
      {isSettingUp ? <SetupDialog {...{ title, setup, superVotes }} onClose={() => setIsSettingUp(false)} /> : null}
    </>
  )
}
