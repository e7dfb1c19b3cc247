import { CheckCheck, Circle, CircleDot, Star, Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DotKind } from '#shared/session/votes/budget.ts'
import type { OpenVote } from '#shared/session/votes/round.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import { formatLeft, useIsFacilitator, useServerNow, useWords } from '../session/index.ts'
import { CloseButton } from './CloseButton.tsx'
import { useRoundTitle } from './use-round-title.ts'
import { useVoters } from './use-voters.ts'
import styles from './VoteBar.module.css'
import type { OwnBallot } from './vote-desk.ts'
import { doneVoters } from './voters.ts'
import { useBallot, useVotesPlace } from './votes-context.ts'

const no = constant(false)

export function OpenBar({ round }: { readonly round: OpenVote }) {
  const { t } = useTranslation('votes')
  const { onPanel, desk } = useVotesPlace()
  const isFacilitator = useIsFacilitator()
  // There a board's notes are too small to vote on.
  const isPhone = useMediaQuery(phoneWidth)
  const ballot = useBallot()
  const isWaiting = useReadableOr(desk?.isWaiting, no)
  const titleOf = useRoundTitle()
  const { setup, closesAtMs } = round
  const unsent = ballot?.dots.filter(({ isSent }) => !isSent).length ?? 0
  return (
    <section className={classNames(styles.bar, !isFacilitator && styles.single)} aria-label={t('bar.label')}>
      <Vote className={styles.sign} size={20} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {titleOf(round)}
        </p>
        <p className={styles.facts}>
          {setup.isStraw ? <strong>{t('straw')}</strong> : null}
          <span>{t(setup.isSecret ? 'secretShort' : 'namedShort')}</span>
          {setup.target === 'pictures' ? <span>{t('bar.inPictures')}</span> : null}
          {closesAtMs === null ? null : <TimeLeft closesAtMs={closesAtMs} />}
        </p>
      </div>
      {ballot ? <OwnLeft ballot={ballot} /> : null}
      {isWaiting && unsent > 0 ? (
        <p className={styles.note} role="status">
          {t('beingSent', { count: unsent })}
        </p>
      ) : null}
      <div className={styles.actions}>
        {ballot && !ballot.isLeftOut ? (
          <Button kind={isPhone && !isFacilitator ? 'primary' : 'plain'} onClick={onPanel}>
            {t('bar.list')}
          </Button>
        ) : null}
        {isFacilitator ? (
          <>
            <Progress round={round} onPanel={onPanel} />
            <CloseButton round={round} />
          </>
        ) : null}
      </div>
    </section>
  )
}

/** More than that nobody counts at a glance, or have no room on a phone. */
const mostDrawn = { wide: 12, phone: 5 }

/** One's own dots that are left, as dots; those that are given are hollow. */
function OwnLeft({ ballot: { budget, left, isLeftOut } }: { readonly ballot: OwnBallot }) {
  const { t } = useTranslation('votes')
  const { number } = useWords()
  const { kind } = useVotesPlace()
  const isPhone = useMediaQuery(phoneWidth)
  if (isLeftOut) return <p className={styles.note}>{t('bar.leftOut')}</p>
  return (
    <div className={styles.own}>
      <p className={styles.left}>
        <span className={styles.dots} aria-hidden="true">
          {budget.dots > mostDrawn[isPhone ? 'phone' : 'wide'] ? (
            <CircleDot size={16} />
          ) : (
            Array.from({ length: budget.dots }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots have no names.
              <Circle key={i} size={16} className={i < left.dots ? styles.full : styles.used} />
            ))
          )}
        </span>
        <strong>{t('bar.left', { count: left.dots, left: number(left.dots), of: number(budget.dots) })}</strong>
      </p>
      {budget.superVotes > 0 ? (
        <>
          <p className={styles.left}>
            <Star size={16} aria-hidden="true" />
            <strong>
              {t('bar.supersLeft', {
                count: left.superVotes,
                left: number(left.superVotes),
                of: number(budget.superVotes),
              })}
            </strong>
          </p>
          <KindChoice kind={kind} />
        </>
      ) : null}
    </div>
  )
}

function KindChoice({ kind }: { readonly kind: ReturnType<typeof useVotesPlace>['kind'] }) {
  const { t } = useTranslation('votes')
  return (
    <SegmentedControl<DotKind>
      label={t('bar.kind')}
      value={useReadable(kind)}
      options={[
        { value: 'dot', label: t('bar.kindDot') },
        { value: 'super', label: t('bar.kindSuper') },
      ]}
      onChange={kind.set}
    />
  )
}

function TimeLeft({ closesAtMs }: { readonly closesAtMs: number }) {
  const { t } = useTranslation('votes')
  const nowMs = useServerNow(1_000)
  return (
    <span className={styles.clock} role="timer" aria-label={t('bar.timeLeft')}>
      <bdi>{formatLeft(Math.max(0, closesAtMs - nowMs))}</bdi>
    </span>
  )
}

/** Of those who may vote, how many have given all they have; names are in the panel. */
function Progress({ round, onPanel }: { readonly round: OpenVote; readonly onPanel: () => void }) {
  const { t } = useTranslation('votes')
  const { number } = useWords()
  const voters = useVoters(round)
  const counted = voters.filter(({ isLeftOut }) => !isLeftOut)
  const isPhone = useMediaQuery(phoneWidth)
  const done = number(doneVoters(counted).length)
  const words = t('bar.progress', { done, count: counted.length })
  return (
    <Button kind="quiet" aria-label={isPhone ? words : undefined} onClick={onPanel}>
      <CheckCheck size={16} aria-hidden="true" />
      {isPhone ? t('bar.progressShort', { done, of: number(counted.length) }) : words}
    </Button>
  )
}
