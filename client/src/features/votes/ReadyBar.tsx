import { Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/session/session.ts'
import { useWords, useZones } from '../session/index.ts'
import { defaultSetup } from './default-setup.ts'
import { OpenVoteButtons } from './OpenVoteButtons.tsx'
import { useRounds } from './use-rounds.ts'
import styles from './VoteBar.module.css'

/** In a step that is for voting, while no vote is open: one tap opens it. */
export function ReadyBar({ step }: { readonly step: Step }) {
  const { t } = useTranslation('votes')
  const { zoneNames } = useWords()
  const zones = useZones()
  const { data: rounds = [] } = useRounds()
  const before = rounds.find(({ stepId }) => stepId === step.id)
  const { dots, zones: keys, isSecret, decider } = defaultSetup(zones, step, before?.setup)
  const superVotes = before ? decider?.superVotes : step.vote?.superVotes
  return (
    <section className={styles.bar} aria-label={t('bar.label')}>
      <Vote className={styles.sign} size={20} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{before ? t('ready.again') : t('ready.title')}</p>
        <p className={styles.facts}>
          <span>{t('ready.dots', { count: dots })}</span>
          {superVotes ? <span>{t('ready.superVotes', { count: superVotes })}</span> : null}
          <span dir="auto">{keys.length > 0 ? zoneNames(keys) : t('setup.everywhere')}</span>
          <span>{t(isSecret ? 'secretShort' : 'namedShort')}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <OpenVoteButtons {...{ step, before }} isFirst={!before} />
      </div>
    </section>
  )
}
