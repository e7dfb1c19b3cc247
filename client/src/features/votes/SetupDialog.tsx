import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noteKinds } from '#shared/board/zone-shape.ts'
import { maxStepMinutes } from '#shared/session/bounds.ts'
import { maxDots, maxSuperVotes } from '#shared/session/votes/prepared-vote.ts'
import { maxVoteTitleLength, type VoteSetup } from '#shared/session/votes/vote-setup.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { useSessionPlace, useZones } from '../session/index.ts'
import { isWhole } from './is-whole.ts'
import styles from './SetupDialog.module.css'
import { useOpening } from './use-opening.ts'

export type SetupDialogProps = {
  readonly title: string
  readonly setup: VoteSetup
  /** Prepared for a Decider who is still to be named. */
  readonly superVotes?: number
  readonly onClose: () => void
}

/** How a round is to be voted in. It opens when it is sent. */
export function SetupDialog({ title: given, setup, superVotes: prepared = 0, onClose }: SetupDialogProps) {
  const { t } = useTranslation('votes')
  const zones = useZones()
  const people = useReadable(useSessionPlace().people)
  const { open, isOpening } = useOpening()
  const [title, setTitle] = useState(given)
  const [dots, setDots] = useState(String(setup.dots))
  const [minutes, setMinutes] = useState(setup.minutes === null ? '' : String(setup.minutes))
  const [superVotes, setSuperVotes] = useState(String(setup.decider?.superVotes ?? Math.max(1, prepared)))
  const [draft, setDraft] = useState(setup)
  const [isChecked, setIsChecked] = useState(false)
  const change = (changes: Partial<VoteSetup>) => setDraft((before) => ({ ...before, ...changes }))

  const areDotsFine = isWhole(dots, 1, maxDots)
  const areMinutesFine = minutes.trim() === '' || isWhole(minutes, 1, maxStepMinutes)
  const areSupersFine = draft.decider === null || isWhole(superVotes, 1, maxSuperVotes)
  const areKindsFine = draft.target === 'pictures' || draft.noteKinds.length > 0
  const voters = people.filter(({ role }) => role !== 'viewer')
  const send = () => {
    setIsChecked(true)
    if (!areDotsFine || !areMinutesFine || !areSupersFine || !areKindsFine) return
    const { decider, target } = draft
    open(
      {
        title: title.trim(),
        setup: {
          ...draft,
          dots: Number(dots),
          minutes: minutes.trim() === '' ? null : Number(minutes),
          decider: decider && { ...decider, superVotes: Number(superVotes) },
          noteKinds: target === 'pictures' ? ['picture'] : draft.noteKinds,
        },
      },
      onClose,
    )
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('setup.title')} size="large">
      <Form onSubmit={send}>
        <div className={styles.head}>
          <Field
            label={t('setup.name')}
            hint={t('setup.nameHint')}
            isOptional
            value={title}
            maxLength={maxVoteTitleLength}
            dir="auto"
            onChange={(event) => setTitle(event.target.value)}
          />
          <Field
            label={t('setup.dots')}
            inputMode="numeric"
            value={dots}
            error={isChecked && !areDotsFine ? t('setup.check.dots', { most: maxDots }) : undefined}
            onChange={(event) => setDots(event.target.value)}
          />
          <Field
            label={t('setup.minutes')}
            hint={t('setup.minutesHint')}
            isOptional
            inputMode="numeric"
            value={minutes}
            error={isChecked && !areMinutesFine ? t('setup.check.minutes') : undefined}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
        <div className={styles.pair}>
          <Select
            label={t('setup.secrecy')}
            hint={t(draft.isSecret ? 'setup.secretHint' : 'setup.namedHint')}
            value={draft.isSecret ? 'secret' : 'named'}
            onChange={(event) => change({ isSecret: event.target.value === 'secret' })}
          >
            <option value="secret">{t('setup.secret')}</option>
            <option value="named">{t('setup.named')}</option>
          </Select>
          <Select
            label={t('setup.target')}
            hint={t(draft.target === 'pictures' ? 'setup.picturesHint' : 'setup.notesHint')}
            value={draft.target}
            onChange={(event) => change({ target: event.target.value === 'pictures' ? 'pictures' : 'notes' })}
          >
            <option value="notes">{t('setup.onNotes')}</option>
            <option value="pictures">{t('setup.inPictures')}</option>
          </Select>
        </div>
        {zones.length > 0 ? (
          <CheckboxGroup
            label={t('setup.zones')}
            hint={t('setup.zonesHint')}
            options={zones.map(({ key, name }) => ({ value: key, label: name }))}
            chosen={draft.zones}
            onChange={(next) => change({ zones: [...next] })}
          />
        ) : null}
        {draft.target === 'notes' ? (
          <CheckboxGroup
            label={t('setup.kinds')}
            {...(isChecked && !areKindsFine ? { hint: t('setup.check.kinds') } : {})}
            options={noteKinds
              .filter((kind) => kind !== 'arrow')
              .map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            chosen={draft.noteKinds}
            onChange={(next) => change({ noteKinds: [...next] })}
          />
        ) : null}
        <Checkbox
          label={t('setup.several')}
          isChecked={draft.severalOnOne}
          onChange={(severalOnOne) => change({ severalOnOne })}
        />
        <Checkbox
          label={t('setup.straw')}
          hint={t('setup.strawHint')}
          isChecked={draft.isStraw}
          onChange={(isStraw) => change({ isStraw })}
        />
        <div className={styles.pair}>
          <Select
            label={t('setup.decider')}
            hint={t('setup.deciderHint')}
            isOptional
            value={draft.decider?.participantId ?? ''}
            onChange={({ target: { value } }) =>
              change({ decider: value === '' ? null : { participantId: value, superVotes: 1 } })
            }
          >
            <option value="">{t('setup.nobody')}</option>
            {voters.map(({ participantId, name }) => (
              <option key={participantId} value={participantId}>
                {name}
              </option>
            ))}
          </Select>
          {draft.decider ? (
            <Field
              label={t('setup.superVotes')}
              inputMode="numeric"
              value={superVotes}
              error={isChecked && !areSupersFine ? t('setup.check.superVotes', { most: maxSuperVotes }) : undefined}
              onChange={(event) => setSuperVotes(event.target.value)}
            />
          ) : null}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" isBusy={isOpening}>
            {t('ready.open')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
