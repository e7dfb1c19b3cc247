import { useTranslation } from 'react-i18next'
import type { OpenVote } from '#shared/session/votes/round.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { classNames } from '../../ui/class-names.ts'
import { useWords } from '../session/index.ts'
import { PicturePlaces } from './PicturePlaces.tsx'
import { Stepper } from './Stepper.tsx'
import { useItemName } from './use-item-name.ts'
import { useVoting, type Voting } from './use-voting.ts'
import styles from './VotesPanel.module.css'
import { useVotableItems } from './votable-items.ts'
import { useVotesPlace } from './votes-context.ts'

/** Everything that may be voted on, with − and +: for phones, keyboards and screen readers. */
export function VoteList({ round }: { readonly round: OpenVote }) {
  const { t } = useTranslation('votes')
  const { zoneName } = useWords()
  const items = useVotableItems(round.setup)
  const voting = useVoting()
  if (!voting) return null
  const headingOf = (zone: string | undefined) => (zone === undefined ? t('list.outside') : zoneName(zone))
  const zones = [...new Set(items.map(({ zoneKey }) => zoneKey))]
  return (
    <>
      <p className={styles.intro}>{t(round.setup.isSecret ? 'setup.secretHint' : 'setup.namedHint')}</p>
      {items.length === 0 ? <p className={styles.soft}>{t('list.nothing')}</p> : null}
      {zones.map((zone) => (
        <fieldset key={zone ?? ''} className={styles.group} aria-label={headingOf(zone)}>
          <h3 className={styles.heading} dir="auto">
            {headingOf(zone)}
          </h3>
          <ul className={styles.list}>
            {items
              .filter(({ zoneKey }) => zoneKey === zone)
              .map((item) => (
                <Row key={item.id} {...{ item, voting }} inPictures={round.setup.target === 'pictures'} />
              ))}
          </ul>
        </fieldset>
      ))}
    </>
  )
}

type RowProps = { readonly item: BoardItem; readonly voting: Voting; readonly inPictures: boolean }

function Row({ item, voting, inPictures }: RowProps) {
  const { canvas } = useVotesPlace()
  const name = useItemName()(item)
  return (
    <li className={classNames(styles.row, inPictures && styles.tallRow)}>
      <button type="button" className={styles.text} dir="auto" onClick={() => canvas?.goToNote(item.id)}>
        {item.text.trim() === '' ? <span className={styles.soft}>{name}</span> : item.text}
      </button>
      {inPictures ? <PicturePlaces {...{ item, voting }} /> : <Stepper {...{ item, voting }} />}
    </li>
  )
}
