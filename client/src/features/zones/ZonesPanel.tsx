import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxZones } from '#shared/limits.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { ZoneRow as Row } from '../../canvas/zoning/canvas-zones.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useDragOrder } from '../../ui/use-drag-order.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { stepPlace } from '../session/index.ts'
import { stepsNaming } from './steps-naming.ts'
import { ZoneRow } from './ZoneRow.tsx'
import styles from './zones.module.css'

export type ZonesPanelProps = { readonly canvas: CanvasHandle; readonly session: SessionView | undefined }

/** Draws zones, and lists those of the page that is looked at in their order. */
export function ZonesPanel({ canvas, session }: ZonesPanelProps) {
  const { t } = useTranslation('zones')
  const { zoning } = canvas
  const rows = useReadable(zoning.rows)
  const isDrawing = useReadable(zoning.isDrawing)
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState<Row>()
  const remove = useRemove(canvas, session)
  useRefusals(canvas)

  const order = (from: number, to: number) => {
    const row = rows[from]
    if (!row || to < 0 || to >= rows.length) return
    zoning.order(row.id, to)
    setSaid(t('moved', { zone: row.heading, number: to + 1, count: rows.length }))
  }
  const { drag, handleProps } = useDragOrder(list, rows.length, order)
  const running = session && stepPlace(session)?.step
  return (
    <div className={styles.panel} data-drawing={isDrawing || undefined}>
      <div className={styles.tools}>
        <Button
          kind={isDrawing ? 'plain' : 'primary'}
          aria-pressed={isDrawing}
          onClick={() => {
            zoning.draw(!isDrawing)
            if (!isDrawing) canvas.focus()
          }}
        >
          {t(isDrawing ? 'stopDrawing' : 'draw')}
        </Button>
        <Button onClick={() => zoning.add()}>{t('add')}</Button>
      </div>
      <p className={styles.soft} role="status">
        {t(isDrawing ? 'drawing' : rows.length === 0 ? 'none' : 'about')}
      </p>
      <ol className={styles.rows} ref={list} aria-label={t('order')}>
        {rows.map((row, index) => (
          <ZoneRow
            key={row.id}
            {...{ row, index }}
            count={rows.length}
            steps={stepsNaming(session, row.key)}
            isInHand={drag?.from === index}
            dropSide={dropSide(drag?.place, index, rows.length)}
            handleProps={handleProps(index)}
            onShow={() => canvas.goToZone(row.id)}
            onMove={(to) => order(index, to)}
            onEdit={() => zoning.edit(row.id)}
            onDuplicate={() => zoning.duplicate(row.id)}
            onRemove={() => (running?.zones.includes(row.key) ? setAsked(row) : remove(row))}
          />
        ))}
      </ol>
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
      {asked ? (
        <ConfirmDialog
          isOpen
          onClose={() => setAsked(undefined)}
          title={t('ask.title', { zone: asked.heading })}
          description={t('ask.text')}
          action={t('ask.delete')}
          onConfirm={() => {
            remove(asked)
            setAsked(undefined)
          }}
        />
      ) : null}
    </div>
  )
}

/** Deletes at once, says what became of what lay there and which steps name it, and brings it back. */
function useRemove({ zoning }: CanvasHandle, session: SessionView | undefined): (row: Row) => void {
  const { t, i18n } = useTranslation('zones')
  const toast = useToast()
  return (row) => {
    const steps = stepsNaming(session, row.key)
    const removed = zoning.remove(row.id)
    if (!removed) return
    const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      steps.map((step) => t('step', { step: `\u2068${step}\u2069` })),
    )
    const text = [
      t('removed', { zone: row.heading, count: removed.kept }),
      ...(steps.length > 0 ? [t('removedSteps', { count: steps.length, steps: names })] : []),
    ]
    toast({ text: text.join(' '), undo: removed.undo })
  }
}

/** Why the zone that was drawn is not there. */
function useRefusals({ zoning }: CanvasHandle): void {
  const { t } = useTranslation('zones')
  const toast = useToast()
  const refused = useReadable(zoning.refused)
  const told = useRef(refused)
  useEffect(() => {
    if (!refused || refused === told.current) return
    told.current = refused
    toast({ text: t(`refused.${refused.reason}`, { count: maxZones }) })
  }, [refused, toast, t])
}

/** Where the line is drawn at which the row in hand would be put. */
function dropSide(place: number | undefined, index: number, count: number): 'before' | 'after' | undefined {
  if (place === index) return 'before'
  return place === count && index === count - 1 ? 'after' : undefined
}
