import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultView, VoteRound } from '#shared/session/votes/round.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useSession, useZones } from '../session/index.ts'
import { firstThree, zonesForCopies } from './after-vote.ts'
import styles from './VotesPanel.module.css'
import { useVotesPlace } from './votes-context.ts'

const oneEach = 'one-each'

/** What facilitators do with a result: put the zone in order, and take the first three on. */
export function AfterVote({ round, result }: { readonly round: VoteRound; readonly result: ResultView }) {
  const { t } = useTranslation(['votes', 'board'])
  const { canvas } = useVotesPlace()
  const toast = useToast()
  const zones = useZones()
  const session = useSession()
  const first = firstThree(result.targets)
  const spread = zonesForCopies(session?.plan.steps ?? [], round.stepId).filter((key) =>
    zones.some((zone) => zone.key === key),
  )
  const isSpread = spread.length >= 2
  const [into, setInto] = useState(isSpread ? oneEach : (spread[0] ?? zones[0]?.key ?? ''))
  const votedIn = zones.filter(({ key }) => result.targets.some(({ zone }) => zone === key))
  const idOf = (key: string | undefined) => zones.find((zone) => zone.key === key)?.id ?? ''

  const sort = () => {
    const of = new Map(result.targets.map(({ targetId, votes, superVotes }) => [targetId, { votes, superVotes }]))
    const outcomes = votedIn.flatMap(({ id }) => canvas?.items.sortZone(id, { kinds: round.setup.noteKinds, of }) ?? [])
    const count = outcomes.reduce((sum, { movedCount }) => sum + movedCount, 0)
    const stay = outcomes.some(({ hasAxes }) => hasAxes)
    if (count === 0) toast({ text: t(stay ? 'after.sortedByAxes' : 'after.sortedAlready') })
    else {
      const fits = outcomes.every((outcome) => outcome.fits)
      toast({
        text: `${t('after.sorted', { count })}${fits ? '' : ` ${t('after.tooFull')}`}`,
        undo: () => outcomes.forEach((outcome) => void outcome.undo()),
      })
    }
  }
  const copy = () => {
    const outcome = canvas?.items.copyInto(
      first.map(({ targetId, text, zone }, i) => ({
        id: targetId,
        text,
        zoneKey: zone ?? undefined,
        zoneId: idOf(into === oneEach ? spread[i % spread.length] : into),
      })),
    )
    if (!outcome) return
    const { copiedCount, thereCount, undo } = outcome
    const said = [
      copiedCount > 0 ? t('after.copied', { count: copiedCount }) : '',
      thereCount > 0 ? t('carry.there', { ns: 'board', count: thereCount }) : '',
    ]
    const text = said.filter(Boolean).join(' ') || t('carry.full', { ns: 'board' })
    toast(copiedCount > 0 ? { text, undo } : { text })
  }
  return (
    <div className={styles.after}>
      {votedIn.length > 0 ? <Button onClick={sort}>{t('after.sort', { count: votedIn.length })}</Button> : null}
      {zones.length > 0 && first.length > 0 ? (
        <div className={styles.copy}>
          <Select
            label={t('after.copyLabel', { count: first.length })}
            value={into}
            onChange={(event) => setInto(event.target.value)}
          >
            {isSpread ? <option value={oneEach}>{t('after.oneEach', { count: spread.length })}</option> : null}
            {zones.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
          <Button onClick={copy}>{t('after.copy')}</Button>
        </div>
      ) : null}
    </div>
  )
}
