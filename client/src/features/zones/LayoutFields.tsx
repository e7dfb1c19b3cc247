import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { backgroundRules, type ZoneBackground, zoneBackgrounds } from '#shared/board/zone-backgrounds.ts'
import type { ZoneAxis, ZoneProps } from '#shared/board/zone-shape.ts'
import { maxValueLength } from '#shared/limits.ts'
import { Field, TextArea } from '../../ui/Field.tsx'
import { LayoutPicture } from './LayoutPicture.tsx'
import { fromLines, linesIn, noText, saidIn, settledLines, withWords } from './texts.ts'
import styles from './zones.module.css'

export type Layout = Pick<ZoneProps, 'background' | 'labels' | 'rows' | 'axes' | 'frames'>

type LayoutFieldsProps = {
  readonly layout: Layout
  readonly language: string
  readonly isChecked: boolean
  readonly onChange: (changes: Partial<Layout>) => void
}

const noAxis: ZoneAxis = { label: noText, low: noText, high: noText }
const axisParts = ['label', 'low', 'high'] as const

/** What a zone's background is, and what is written on it. */
export function LayoutFields({ layout, language, isChecked, onChange }: LayoutFieldsProps) {
  const { t } = useTranslation('zones')
  const { background, labels, rows = [], axes, frames } = layout
  const rule = backgroundRules[background]
  const writeAxis = (axis: 'x' | 'y', part: (typeof axisParts)[number], words: string) => {
    const both = axes ?? { x: noAxis, y: noAxis }
    onChange({ axes: { ...both, [axis]: { ...both[axis], [part]: withWords(both[axis][part], language, words) } } })
  }
  return (
    <>
      <LayoutChoice chosen={background} onChoose={(next) => onChange({ background: next })} />
      {rule.labels[1] > 0 ? (
        <Lines
          label={t('form.labels')}
          hint={labelHint(background)}
          {...{ language, isChecked }}
          texts={labels}
          bounds={rule.labels}
          onChange={(next) => onChange({ labels: next })}
        />
      ) : null}
      {rule.rows ? (
        <Lines
          label={t('form.rows')}
          {...{ language, isChecked }}
          texts={rows}
          bounds={rule.rows}
          onChange={(next) => onChange({ rows: next })}
        />
      ) : null}
      {rule.hasAxes
        ? (['x', 'y'] as const).map((axis) => (
            <fieldset key={axis} className={styles.axis}>
              <legend>{t(`form.axis.${axis}`)}</legend>
              {axisParts.map((part) => (
                <Field
                  key={part}
                  label={t(`form.axis.${part}`)}
                  dir="auto"
                  maxLength={maxValueLength}
                  value={saidIn(axes?.[axis][part], language)}
                  placeholder={axes?.[axis][part].en}
                  onChange={(event) => writeAxis(axis, part, event.target.value)}
                />
              ))}
            </fieldset>
          ))
        : null}
      {rule.frames ? (
        <Field
          label={t('form.frames')}
          hint={t('form.framesHint', { least: rule.frames[0], most: rule.frames[1] })}
          inputMode="numeric"
          maxLength={2}
          value={frames === undefined ? '' : String(frames)}
          onChange={(event) => onChange({ frames: Number(event.target.value.replace(/\D/g, '')) })}
        />
      ) : null}
    </>
  )

  function labelHint(of: ZoneBackground): string {
    switch (of) {
      case 'quadrants':
      case 'sailboat':
      case 'tree':
      case 'curves':
      case 'sheet':
      case 'wheel':
        return t(`form.labelsOf.${of}`)
      case 'rings':
      case 'cone':
        return t('form.labelsOf.rings')
      default:
        return t('form.linesHint')
    }
  }
}

type LinesProps = {
  readonly label: string
  readonly hint?: string
  readonly texts: ZoneProps['labels']
  readonly bounds: readonly [least: number, most: number]
  readonly language: string
  readonly isChecked: boolean
  readonly onChange: (texts: ZoneProps['labels']) => void
}

function Lines({ label, hint, texts, bounds, language, isChecked, onChange }: LinesProps) {
  const { t } = useTranslation('zones')
  const [, most] = bounds
  const isTooMany = settledLines(texts).length > most
  return (
    <TextArea
      label={label}
      hint={hint ?? t('form.linesHint')}
      error={isChecked && isTooMany ? t('form.tooMany', { count: most }) : undefined}
      dir="auto"
      rows={Math.min(8, Math.max(3, texts.length))}
      value={linesIn(texts, language)}
      placeholder={language === 'en' ? undefined : linesIn(texts, 'en')}
      onChange={(event) => onChange(fromLines(texts, language, event.target.value))}
    />
  )
}

function LayoutChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: ZoneBackground
  readonly onChoose: (background: ZoneBackground) => void
}) {
  const { t } = useTranslation('zones')
  const name = useId()
  return (
    <fieldset className={styles.layouts}>
      <legend>{t('form.layout')}</legend>
      <div className={styles.choices}>
        {zoneBackgrounds.map((background) => (
          <label key={background} className={styles.choice}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={background === chosen}
              onChange={() => onChoose(background)}
            />
            <LayoutPicture background={background} />
            <span>{t(`layout.${background}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
