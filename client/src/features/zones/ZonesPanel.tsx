import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxZones } from '#shared/limits.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useDragOrder } from '../../ui/use-drag-order.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useZoneWords } from './use-zone-words.ts'
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
  const { stepsNaming, removed } = useZoneWords(session)
  const toast = useToast()
  useRefusals(canvas)

  const order = (from: number, to: number) => {
    const row = rows[from]
    if (!row || to < 0 || to >= rows.length) return
    zoning.order(row.id, to)
    setSaid(t('moved', { zone: row.heading, number: to + 1, count: rows.length }))
  }
  // Where something goes on in it, it is asked first: see AskedZones.tsx.
  const remove = (id: string) => {
    const gone = zoning.remove(id)
    if (gone) toast(removed(gone))
  }
  const { drag, handleProps } = useDragOrder(list, rows.length, order)
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
            steps={stepsNaming(row.key)}
            isInHand={drag?.from === index}
            dropSide={dropSide(drag?.place, index, rows.length)}
            handleProps={handleProps(index)}
            onShow={() => canvas.goToZone(row.id)}
            onMove={(to) => order(index, to)}
            onEdit={() => zoning.edit(row.id)}
            onDuplicate={() => zoning.duplicate(row.id)}
            onRemove={() => remove(row.id)}
          />
        ))}
      </ol>
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
    </div>
  )
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
