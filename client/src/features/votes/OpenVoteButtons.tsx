import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/session/session.ts'
import type { VoteRound } from '#shared/session/votes/round.ts'
import { Button } from '../../ui/Button.tsx'
import { useZones } from '../session/index.ts'
import { defaultSetup } from './default-setup.ts'
import { SetupDialog } from './SetupDialog.tsx'
import { useOpening } from './use-opening.ts'

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
  const setup = defaultSetup(zones, step, before?.setup)
  // Without one it is called as its step is, in each reader's language.
  const title = before?.title ?? ''
  return (
    <>
      <Button onClick={() => setIsSettingUp(true)}>{t('ready.setUp')}</Button>
      <Button kind={isFirst ? 'primary' : 'plain'} isBusy={isOpening} onClick={() => open({ title, setup })}>
        {before ? t('ready.openAgain') : t('ready.open')}
      </Button>
      {isSettingUp ? <SetupDialog {...{ title, setup }} onClose={() => setIsSettingUp(false)} /> : null}
    </>
  )
}
