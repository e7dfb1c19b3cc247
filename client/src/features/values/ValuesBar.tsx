import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { SelectedNotes } from '../../canvas/values/canvas-values.ts'
import { Button } from '../../ui/Button.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { ValueField } from './ValueField.tsx'
import styles from './ValuesBar.module.css'
import { ZoneValuesButton } from './ZoneValuesButton.tsx'

/** A phone shows the values when it is asked to: the board is small enough. */
const roomy = '(min-width: 800px)'
/** As in a table: goes into what is chosen. */
const openKey = 'F2'

type BarProps = { readonly canvas: CanvasHandle; readonly selected: SelectedNotes }

/** What the zone of the selected notes asks for, over the tools. */
export function ValuesBar({ canvas }: { readonly canvas: CanvasHandle }) {
  const selected = useReadable(canvas.values.selected)
  const isRoomy = useMediaQuery(roomy)
  const [choice, setIsOpen] = useState<boolean>()
  if (!selected) return null
  return <Bar {...{ canvas, selected }} isOpen={choice ?? isRoomy} onToggle={setIsOpen} />
}

function Bar({
  canvas,
  selected,
  isOpen,
  onToggle,
}: BarProps & { readonly isOpen: boolean; readonly onToggle: (isOpen: boolean) => void }) {
  const bar = useRef<HTMLElement>(null)
  const name = useName(selected)
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  useEffect(
    () =>
      canvas.items.takeKeys((key) => {
        if (key !== openKey) return false
        onToggle(true)
        requestAnimationFrame(() => firstControl(bar.current)?.focus())
        return true
      }),
    [canvas, onToggle],
  )
  const leave = (event: KeyboardEvent) => {
    // Keys of the tools are letters and figures.
    event.stopPropagation()
    if (event.key === 'Escape' && !event.defaultPrevented) canvas.focus()
  }
  return (
    <section className={styles.bar} ref={bar} aria-label={name} onKeyDown={leave}>
      <OpenButton isOpen={isOpen} onToggle={() => onToggle(!isOpen)} />
      {isOpen
        ? selected.fields.map((state) => (
            <ValueField
              key={`${state.field.key} ${selected.ids.join()}`}
              state={state}
              onSet={(value) => canvas.values.set(selected.ids, { [state.field.key]: value })}
            />
          ))
        : null}
      {isOpen ? (
        <ZoneValuesButton canvas={canvas} zoneId={selected.zoneId} label={t('summary')}>
          {t('summary')}
        </ZoneValuesButton>
      ) : null}
    </section>
  )
}

function useName({ ids, text }: SelectedNotes): string {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  if (ids.length > 1) return t('ofNotes', { count: ids.length })
  return text === '' ? t('ofEmpty') : t('ofNote', { text })
}

function OpenButton({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const Icon = isOpen ? ChevronDown : ChevronUp
  return (
    <Button
      size="small"
      kind="quiet"
      className={styles.open}
      aria-expanded={isOpen}
      aria-keyshortcuts={openKey}
      onClick={onToggle}
    >
      {t('title')}
      <Icon size={16} aria-hidden="true" />
    </Button>
  )
}

function firstControl(bar: HTMLElement | null): HTMLElement | null | undefined {
  return bar?.querySelector<HTMLElement>('button:not([aria-expanded]), input')
}
