import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isGoesOnFine,
  isPartsCount,
  maxNotesLength,
  maxParts,
  maxPromptLength,
  maxStepMinutes,
  maxStepTitleLength,
} from '#shared/session/bounds.ts'
import { modeRules, stepModes, stepTools } from '#shared/session/modes.ts'
import type { Step } from '#shared/session/session.ts'
import { isPreparedVoteFine, usualVote } from '#shared/session/votes/prepared-vote.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { changedText } from './changed-text.ts'
import { NightFields } from './NightFields.tsx'
import { numberIn } from './number-in.ts'
import { PreparedVoteFields } from './PreparedVoteFields.tsx'
import styles from './StepDialog.module.css'
import { useZones } from './session-context.ts'
import { useWords } from './use-words.ts'

export type StepDialogProps = {
  readonly step: Omit<Step, 'id'>
  readonly isNew?: boolean
  readonly onClose: () => void
  readonly onSave: (step: Omit<Step, 'id'>) => void
}

/** All that a step is. */
export function StepDialog({ step, isNew = false, onClose, onSave }: StepDialogProps) {
  const { t } = useTranslation('session')
  const { language } = useLanguage()
  const { text, titleOf, zoneName } = useWords()
  const zones = useZones()
  const [title, setTitle] = useState(text(step.title))
  const [prompt, setPrompt] = useState(text(step.prompt))
  const [notes, setNotes] = useState(text(step.notes))
  const [minutes, setMinutes] = useState(String(step.minutes))
  const [parts, setParts] = useState(String(step.parts ?? 1))
  const [draft, setDraft] = useState(step)
  const [isChecked, setIsChecked] = useState(false)
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))

  const count = Number(minutes)
  const areMinutesFine = minutes.trim() !== '' && Number.isInteger(count) && count >= 0 && count <= maxStepMinutes
  const arePartsFine = isPartsCount(numberIn(parts))
  const vote = draft.vote ?? usualVote
  const isVoteFine = draft.mode !== 'vote' || isPreparedVoteFine(vote)
  const goesOn = (draft.mode === 'break' && draft.goesOn) || null
  const isNightFine = goesOn === null || isGoesOnFine(goesOn)
  const save = () => {
    setIsChecked(true)
    if (!areMinutesFine || !arePartsFine || !isVoteFine || !isNightFine || title.trim() === '') return
    onSave({
      ...draft,
      minutes: goesOn ? 0 : count,
      parts: goesOn ? 1 : numberIn(parts),
      goesOn,
      vote: draft.mode === 'vote' ? vote : null,
      title: changedText(step.title, title, language),
      prompt: changedText(step.prompt, prompt, language),
      notes: changedText(step.notes, notes, language),
    })
    onClose()
  }
  // A key that is not on the board any more stays until it is taken away here.
  const zoneOptions = (chosen: readonly string[]) => [
    ...zones.map(({ key, name }) => ({ value: key, label: name })),
    ...chosen
      .filter((key) => !zones.some((zone) => zone.key === key))
      .map((key) => ({ value: key, label: zoneName(key) })),
  ]
  const isWritable = modeRules[draft.mode].writing !== 'nowhere'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isNew ? t('edit.newTitle') : t('edit.title', { title: titleOf(step) })}
      size="large"
    >
      <Form onSubmit={save}>
        <div className={styles.head}>
          <Field
            label={t('edit.name')}
            value={title}
            maxLength={maxStepTitleLength}
            dir="auto"
            error={isChecked && title.trim() === '' ? t('edit.check.title') : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Field
            label={t('edit.minutes')}
            hint={t('edit.minutesHint')}
            inputMode="numeric"
            value={minutes}
            error={isChecked && !areMinutesFine ? t('edit.check.minutes') : undefined}
            onChange={(event) => setMinutes(event.target.value)}
          />
          <Field
            label={t('edit.parts')}
            hint={t('edit.partsHint')}
            inputMode="numeric"
            value={parts}
            error={isChecked && !arePartsFine ? t('edit.check.parts', { most: maxParts }) : undefined}
            onChange={(event) => setParts(event.target.value)}
          />
        </div>
        <Select
          label={t('edit.mode')}
          hint={t(`mode.${draft.mode}.plan`)}
          value={draft.mode}
          onChange={(event) => change({ mode: stepModes.find((mode) => mode === event.target.value) ?? draft.mode })}
        >
          {stepModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`mode.${mode}.name`)}
            </option>
          ))}
        </Select>
        <TextArea
          label={t('edit.prompt')}
          hint={t('edit.promptHint')}
          isOptional
          value={prompt}
          maxLength={maxPromptLength}
          dir="auto"
          onChange={(event) => setPrompt(event.target.value)}
        />
        {zones.length > 0 ? (
          <CheckboxGroup
            label={t('edit.zones')}
            hint={t('edit.zonesHint')}
            options={zoneOptions(draft.zones)}
            chosen={draft.zones}
            onChange={(next) => change({ zones: [...next] })}
          />
        ) : null}
        {draft.mode === 'vote' ? (
          <PreparedVoteFields vote={vote} isChecked={isChecked} onChange={(next) => change({ vote: next })} />
        ) : null}
        {draft.mode === 'break' ? (
          <NightFields goesOn={goesOn} isChecked={isChecked} onChange={(next) => change({ goesOn: next })} />
        ) : null}
        {isWritable ? (
          <>
            <CheckboxGroup
              label={t('edit.tools')}
              hint={t('edit.toolsHint')}
              options={stepTools.map((tool) => ({ value: tool, label: t(`tool.${tool}`) }))}
              chosen={draft.tools}
              onChange={(next) => change({ tools: [...next] })}
            />
            <Checkbox
              label={t('edit.kept')}
              hint={t('edit.keptHint')}
              isChecked={draft.isKeptToZones}
              onChange={(isKeptToZones) => change({ isKeptToZones })}
            />
          </>
        ) : null}
        {draft.mode === 'private' ? (
          <Checkbox
            label={t('edit.anonymous')}
            hint={t('edit.anonymousHint')}
            isChecked={draft.isAnonymous}
            onChange={(isAnonymous) => change({ isAnonymous })}
          />
        ) : null}
        <TextArea
          label={t('edit.notes')}
          hint={t('edit.notesHint')}
          isOptional
          value={notes}
          maxLength={maxNotesLength}
          dir="auto"
          onChange={(event) => setNotes(event.target.value)}
        />
        {zones.length > 0 ? (
          <CheckboxGroup
            label={t('edit.feeds')}
            hint={t('edit.feedsHint')}
            options={zoneOptions(draft.feeds)}
            chosen={draft.feeds}
            onChange={(next) => change({ feeds: [...next] })}
          />
        ) : null}
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit">
            {isNew ? t('edit.add') : t('edit.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
