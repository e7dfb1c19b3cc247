import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAlreadyIn } from '#shared/board/origin.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useItems } from '../../canvas/items/use-items.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { useSession, useWords } from '../session/index.ts'
import { useFirstVoted } from '../votes/index.ts'
import { type CarrySource, type CarryWhat, likelyZone, offersFrom } from './carry-source.ts'
import { useZoneNames } from './use-zone-names.ts'

export type CarryOnDialogProps = {
  readonly canvas: CanvasHandle
  readonly source: CarrySource
  readonly onClose: () => void
}

/** What of a step or a zone goes on as copies, and into which zone. Says before how many are there already. */
export function CarryOnDialog({ canvas, source, onClose }: CarryOnDialogProps) {
  const { t } = useTranslation('board')
  const toast = useToast()
  const { zoneNames } = useWords()
  const steps = useSession()?.plan.steps ?? []
  const zones = useReadable(canvas.zones)
  const nameOf = useZoneNames(canvas)
  const items = useItems(canvas)
  const selectedIds = useReadable(canvas.items.selectedIds)
  const zoneKeys = 'ids' in source ? [] : source.zoneKeys
  const firstVoted = useFirstVoted('ids' in source ? undefined : source.stepId, zoneKeys)
  const [what, setWhat] = useState<CarryWhat>()
  const [chosenZone, setChosenZone] = useState<string>()
  const offers = offersFrom(source, items, selectedIds, firstVoted)
  const offer = offers.find((each) => each.what === what) ?? offers[0]
  const taken = offer?.items ?? []
  const from = 'ids' in source ? [...new Set(taken.flatMap(({ zoneKey }) => zoneKey ?? []))] : zoneKeys
  const zone = zones.find(({ id }) => id === chosenZone) ?? likelyZone(source, from, zones, steps)
  const held = items.filter(({ zoneId }) => zoneId === zone?.id)
  const thereCount = taken.filter((item) => isAlreadyIn(held, item)).length
  const count = taken.length - thereCount

  const carry = () => {
    if (!zone) return
    const { copiedCount, undo } = canvas.items.copyInto(
      taken.map(({ id, text, zoneKey }) => ({ id, text, zoneKey, zoneId: zone.id })),
    )
    if (copiedCount === 0) toast({ text: t('carry.full') })
    else {
      const text = [
        t('carry.done', { count: copiedCount, zone: nameOf(zone.id) }),
        thereCount > 0 ? t('carry.there', { count: thereCount }) : '',
      ]
      const action = { label: t('carry.show'), run: () => canvas.goToZone(zone.id) }
      toast({ text: text.filter(Boolean).join(' '), undo, action })
    }
    onClose()
  }
  const said = [
    taken.length === 0 ? t('carry.none') : '',
    count > 0 ? t('carry.coming', { count }) : '',
    thereCount > 0 ? t('carry.there', { count: thereCount }) : '',
  ]
  return (
    <Dialog isOpen onClose={onClose} title={t('carry.title')} description={t('carry.text')}>
      <Form onSubmit={carry}>
        <Select
          label={t('carry.what')}
          value={offer?.what ?? ''}
          onChange={(event) => setWhat(offers.find((each) => each.what === event.currentTarget.value)?.what)}
        >
          {offers.map((each) => (
            <option key={each.what} value={each.what}>
              {t(`carry.${each.what}`, { count: each.items.length, zones: zoneNames(zoneKeys) })}
            </option>
          ))}
        </Select>
        <Select
          label={t('carry.where')}
          value={zone?.id ?? ''}
          onChange={(event) => setChosenZone(event.currentTarget.value)}
        >
          {zones.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </Select>
        <p role="status">{said.filter(Boolean).join(' ')}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('carry.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={count === 0 || !zone}>
            {t('carry.carry')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
