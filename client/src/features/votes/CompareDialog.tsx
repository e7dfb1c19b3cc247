import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VoteComparison } from '#shared/http/votes.ts'
import type { VoteRound } from '#shared/session/votes/round.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { compareVotes } from '../../api/votes.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import tables from '../../ui/PlainTable.module.css'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import { useWords } from '../session/index.ts'
import styles from './CompareDialog.module.css'
import { useRoundTitle } from './use-round-title.ts'
import { useVotesPlace } from './votes-context.ts'

export type CompareDialogProps = {
  /** Closed, the newest first. */
  readonly rounds: readonly VoteRound[]
  readonly onClose: () => void
}

const atFirst = 3

/** Rounds side by side: a row for each note, a column for each round, the first one first. */
export function CompareDialog({ rounds, onClose }: CompareDialogProps) {
  const { t } = useTranslation('votes')
  const { number } = useWords()
  const { boardId } = useVotesPlace()
  const titleOf = useRoundTitle()
  const inOrder = rounds.toReversed()
  const [chosen, setChosen] = useState<readonly string[]>(inOrder.slice(-atFirst).map(({ id }) => id))
  const comparison = useQuery({
    queryKey: queryKeys.voteComparison(boardId, chosen),
    queryFn: ({ signal }) => compareVotes(boardId, chosen, signal),
    enabled: chosen.length > 0,
    placeholderData: (before) => before,
    // A round that was counted anew is another result under the same name.
    staleTime: 0,
  })
  const nameOf = (round: VoteRound) => t('results.column', { number: number(round.number), title: titleOf(round) })
  return (
    <Dialog isOpen onClose={onClose} title={t('compare.title')} size="large">
      {rounds.length > 2 ? (
        <CheckboxGroup
          label={t('compare.rounds')}
          options={inOrder.map((round) => ({ value: round.id, label: nameOf(round) }))}
          chosen={chosen}
          onChange={setChosen}
        />
      ) : null}
      {comparison.isPending && chosen.length > 0 ? <Progress label={t('results.loading')} /> : null}
      {comparison.isError ? <ProblemState error={comparison.error} query={comparison} /> : null}
      {comparison.data && chosen.length > 0 ? <Table comparison={comparison.data} nameOf={nameOf} /> : null}
      <DialogActions>
        <Button kind="primary" onClick={onClose}>
          {t('compare.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

type TableProps = { readonly comparison: VoteComparison; readonly nameOf: (round: VoteRound) => string }

function Table({ comparison: { rounds, targets }, nameOf }: TableProps) {
  const { t } = useTranslation('votes')
  const { number } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t('compare.title')}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('compare.note')}</th>
            {rounds.map((round) => (
              <th key={round.id} scope="col">
                <bdi>{nameOf(round)}</bdi>
                {round.setup.isStraw ? <span className={styles.straw}> {t('straw')}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.targetId}>
              <th scope="row" className={styles.words}>
                <bdi>{target.text || t('results.gone')}</bdi>
              </th>
              {target.rounds.map((one, i) => (
                <td key={rounds[i]?.id ?? i}>
                  {one === null ? (
                    '–'
                  ) : (
                    <>
                      <strong>{number(one.votes)}</strong>
                      {one.rank === null ? null : (
                        <span className={styles.rank}>
                          {' '}
                          {t(one.isTied ? 'results.tied' : 'results.place', { rank: number(one.rank) })}
                        </span>
                      )}
                      {one.superVotes > 0 ? (
                        <span className={styles.rank}> {t('superVotes', { count: one.superVotes })}</span>
                      ) : null}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
