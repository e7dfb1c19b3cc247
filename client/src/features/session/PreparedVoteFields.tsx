import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWithin, maxDots, maxSuperVotes, type PreparedVote } from '#shared/session/votes/prepared-vote.ts'
import { Checkbox } from '../../ui/CheckboxGroup.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { numberIn } from './number-in.ts'
import styles from './PreparedVoteFields.module.css'

export type PreparedVoteFieldsProps = {
  readonly vote: PreparedVote
  /** Says what is wrong. */
  readonly isChecked: boolean
  /** Numbers that are none are handed on as NaN. */
  readonly onChange: (vote: PreparedVote) => void
}

/** How the vote of a step begins; one tap opens it so. */
export function PreparedVoteFields({ vote, isChecked, onChange }: PreparedVoteFieldsProps) {
  const { t } = useTranslation('session')
  const change = (changes: Partial<PreparedVote>) => onChange({ ...vote, ...changes })
  const [dots, setDots] = useState(String(vote.dots))
  const [superVotes, setSuperVotes] = useState(String(vote.superVotes))
  const faultOf = (value: number, least: number, most: number) =>
    isChecked && !isWithin(value, least, most) ? t('edit.vote.check', { least, most }) : undefined
  return (
    <fieldset className={styles.vote}>
      <legend>{t('edit.vote.title')}</legend>
      <div className={styles.pair}>
        <Field
          label={t('edit.vote.dots')}
          inputMode="numeric"
          value={dots}
          error={faultOf(vote.dots, 1, maxDots)}
          onChange={({ target: { value } }) => {
            setDots(value)
            change({ dots: numberIn(value) })
          }}
        />
        <Field
          label={t('edit.vote.superVotes')}
          hint={t('edit.vote.superVotesHint')}
          inputMode="numeric"
          value={superVotes}
          error={faultOf(vote.superVotes, 0, maxSuperVotes)}
          onChange={({ target: { value } }) => {
            setSuperVotes(value)
            change({ superVotes: numberIn(value) })
          }}
        />
        <Select
          label={t('edit.vote.secrecy')}
          value={vote.isSecret ? 'secret' : 'named'}
          onChange={(event) => change({ isSecret: event.target.value === 'secret' })}
        >
          <option value="secret">{t('edit.vote.secret')}</option>
          <option value="named">{t('edit.vote.named')}</option>
        </Select>
        <Select
          label={t('edit.vote.target')}
          value={vote.target}
          onChange={(event) => change({ target: event.target.value === 'pictures' ? 'pictures' : 'notes' })}
        >
          <option value="notes">{t('edit.vote.notes')}</option>
          <option value="pictures">{t('edit.vote.pictures')}</option>
        </Select>
      </div>
      <Checkbox
        label={t('edit.vote.several')}
        isChecked={vote.severalOnOne}
        onChange={(severalOnOne) => change({ severalOnOne })}
      />
      <Checkbox label={t('edit.vote.straw')} isChecked={vote.isStraw} onChange={(isStraw) => change({ isStraw })} />
    </fieldset>
  )
}
