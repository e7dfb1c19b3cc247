import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSame } from '#shared/board/board-records.ts'
import type { LocalText } from '#shared/board/local-text.ts'
import { backgroundRules } from '#shared/board/zone-backgrounds.ts'
import { noteKinds, type ZoneProps } from '#shared/board/zone-shape.ts'
import { maxValueLength, maxZoneHeadingLength, maxZonePromptLength } from '#shared/limits.ts'
import { maxExpectedPeople } from '#shared/session/bounds.ts'
import type { CanvasZones } from '../../canvas/zoning/canvas-zones.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { describeLayout } from './describe-layout.ts'
import { LayoutFields } from './LayoutFields.tsx'
import { isSaid, saidIn, settled, settledAxes, settledLines, withWords } from './texts.ts'
import styles from './zones.module.css'

type ZoneDialogProps = { readonly zones: CanvasZones; readonly zoneId: string; readonly onClose: () => void }

/** All that a zone says and shows. */
export function ZoneDialog({ zones, zoneId, onClose }: ZoneDialogProps) {
  const [before] = useState(() => zones.read(zoneId))
  return before ? <ZoneForm {...{ zones, zoneId, before, onClose }} /> : null
}

function ZoneForm({ zones, zoneId, before, onClose }: ZoneDialogProps & { readonly before: ZoneProps }) {
  const { t } = useTranslation('zones')
  const { language: own } = useLanguage()
  const [languages] = useState(() => zones.languages())
  const [language, setLanguage] = useState<string>(languages.includes(own) ? own : 'en')
  const [draft, setDraft] = useState(before)
  const [isChecked, setIsChecked] = useState(false)
  const change = (changes: Partial<ZoneProps>) => setDraft((now) => ({ ...now, ...changes }))
  const rule = backgroundRules[draft.background]
  const isFitting =
    (rule.labels[1] === 0 || settledLines(draft.labels).length <= rule.labels[1]) &&
    (!rule.rows || settledLines(draft.rows ?? []).length <= rule.rows[1])
  const save = () => {
    setIsChecked(true)
    if (!isSaid(draft.heading) || !isFitting) return
    zones.change(zoneId, changed())
    onClose()
  }
  const words = (text: LocalText | undefined, name: 'heading' | 'prompt' | 'reportHeading') => ({
    dir: 'auto' as const,
    value: saidIn(text, language),
    placeholder: language === 'en' ? undefined : text?.en,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      change({ [name]: withWords(text, language, target.value) }),
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('form.title')} size="large">
      <Form onSubmit={save}>
        {languages.length > 1 ? (
          <Select
            label={t('form.language')}
            hint={t('form.languageHint')}
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
          >
            {languages.map((each) => (
              <option key={each} value={each}>
                {new Intl.DisplayNames(own, { type: 'language' }).of(each) ?? each}
              </option>
            ))}
          </Select>
        ) : null}
        <Field
          label={t('form.name')}
          {...words(draft.heading, 'heading')}
          maxLength={maxZoneHeadingLength}
          error={isChecked && !isSaid(draft.heading) ? t('form.nameMissing') : undefined}
        />
        <TextArea
          label={t('form.prompt')}
          hint={t('form.promptHint')}
          isOptional
          rows={2}
          {...words(draft.prompt, 'prompt')}
          maxLength={maxZonePromptLength}
        />
        <LayoutFields layout={draft} {...{ language, isChecked }} onChange={change} />
        <CheckboxGroup
          label={t('form.kinds')}
          hint={t('form.kindsHint')}
          options={noteKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          chosen={draft.noteKinds}
          onChange={(next) => change({ noteKinds: next })}
        />
        <Checkbox
          label={t('form.votable')}
          hint={t('form.votableHint')}
          isChecked={draft.isVotable}
          onChange={(isVotable) => change({ isVotable })}
        />
        <div className={styles.pair}>
          <Field
            label={t('form.capacity')}
            hint={t('form.capacityHint')}
            isOptional
            inputMode="numeric"
            maxLength={String(maxExpectedPeople).length}
            value={draft.capacity === 0 ? '' : String(draft.capacity)}
            onChange={(event) =>
              change({ capacity: Math.min(maxExpectedPeople, Number(event.target.value.replace(/\D/g, ''))) })
            }
          />
          <Field
            label={t('form.reportHeading')}
            hint={t('form.reportHeadingHint')}
            isOptional
            {...words(draft.reportHeading, 'reportHeading')}
            maxLength={maxValueLength}
          />
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('form.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )

  /** Only what was changed here: what a colleague changed beside it meanwhile stays. */
  function changed(): Partial<ZoneProps> {
    const { labels, rows, background } = draft
    const axes = draft.axes && settledAxes(draft.axes)
    const isRedrawn =
      background !== before.background || labels !== before.labels || rows !== before.rows || draft.axes !== before.axes
    const next: Partial<ZoneProps> = {
      heading: settled(draft.heading),
      prompt: settled(draft.prompt),
      reportHeading: settledOrNone(draft.reportHeading),
      ...(isRedrawn && {
        labels: settledLines(labels),
        rows: rows && settledLines(rows),
        backgroundAlt: describeLayout({ ...draft, axes, name: t(`layout.${background}`) }),
        ...{ axes, background },
      }),
      ...{ frames: draft.frames, noteKinds: draft.noteKinds, isVotable: draft.isVotable, capacity: draft.capacity },
    }
    return Object.fromEntries(
      Object.entries(next).filter(([name, value]) => !isSame(value, before[name as keyof ZoneProps])),
    )
  }
}

/** Where a report calls it as the board does, nothing is kept. */
function settledOrNone(text: LocalText | undefined): LocalText | undefined {
  return text && isSaid(text) ? settled(text) : undefined
}
