import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAlreadyIn } from '#shared/board/origin.ts'
import { maxCopiesAtOnce } from '#shared/limits.ts'
import type { CanvasHandle, ZoneSummary } from '../../canvas/canvas-handle.ts'
import { useItems } from '../../canvas/items/use-items.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { CarryOutDialog } from '../feed/index.ts'
import { useIsRehearsal, useSession, useWords } from '../session/index.ts'
import { useFirstVoted } from '../votes/index.ts'
import styles from './carry.module.css'
import { type CarrySource, type CarryWhat, likelyZones, offersFrom } from './carry-source.ts'
import { useZoneNames } from './use-zone-names.ts'

/** The zone of one name on each of several pages. */
const everyOne = 'every-one'

export type CarryOnDialogProps = {
  readonly canvas: CanvasHandle
  readonly source: CarrySource
  readonly onClose: () => void
}

/** What of a step or a zone goes on as copies, and into which zone. Says before how many are there already. */
export function CarryOnDialog({ canvas, source, onClose }: CarryOnDialogProps) {
  const { t } = useTranslation('board')
  const [onward, setOnward] = useState<'board' | 'action'>()
  const toast = useToast()
  const { zoneNames } = useWords()
  const isRehearsal = useIsRehearsal()
  const steps = useSession()?.plan.steps ?? []
  const zones = useReadable(canvas.zones)
  const nameOf = useZoneNames(canvas)
  const items = useItems(canvas)
  const selectedIds = useReadable(canvas.items.selectedIds)
  const zoneKeys = 'ids' in source ? [] : source.zoneKeys
  const firstVoted = useFirstVoted('ids' in source ? undefined : source.stepId, zoneKeys)
  const [what, setWhat] = useState<CarryWhat>()
  const [chosenZone, setChosenZone] = useState<string>()
  const from =
    'ids' in source ? items.flatMap(({ id, zoneKey }) => (source.ids.includes(id) ? (zoneKey ?? []) : [])) : zoneKeys
  const likely = likelyZones(source, from, zones, steps)
  const chosen = zones.find(({ id }) => id === chosenZone)
  const into = chosen ? [chosen] : likely
  const inSource = items.flatMap(({ id, zoneKey }) => (zoneKey !== undefined && zoneKeys.includes(zoneKey) ? [id] : []))
  const fitting = into[0] && canvas.items.fitting(into[0].id, inSource)
  const offers = offersFrom(source, items, selectedIds, firstVoted, fitting?.ids)
  const offer = offers.find((each) => each.what === what) ?? offers[0]
  const taken = offer?.items ?? []
  const thereIn = ({ id }: ZoneSummary) => {
    const held = items.filter(({ zoneId }) => zoneId === id)
    return taken.filter((item) => isAlreadyIn(held, item)).length
  }
  const thereCount = into.reduce((sum, zone) => sum + thereIn(zone), 0)
  const count = taken.length * into.length - thereCount
  const pages = (list: readonly ZoneSummary[]) => zoneNames(list.map(({ key }) => key))

  const carry = () => {
    const [first] = into
    if (!first) return
    const { copiedCount, undo } = canvas.items.copyInto(
      into.flatMap((zone) => taken.map(({ id, text, zoneKey }) => ({ id, text, zoneKey, zoneId: zone.id }))),
    )
    if (copiedCount === 0) toast({ text: t('carry.full') })
    else {
      const text = [
        t('carry.done', { count: copiedCount, zone: into.length > 1 ? pages(into) : nameOf(first.id) }),
        thereCount > 0 ? t('carry.there', { count: thereCount }) : '',
      ]
      const action = { label: t('carry.show'), run: () => canvas.goToZone(first.id) }
      toast({ text: text.filter(Boolean).join(' '), undo, action })
    }
    onClose()
  }
  const said = [
    taken.length === 0 ? t('carry.none') : '',
    count > 0 ? t('carry.coming', { count }) : '',
    thereCount > 0 ? t('carry.there', { count: thereCount }) : '',
  ]
  if (onward) {
    const words = onward === 'action' ? { action: taken[0]?.text ?? '' } : {}
    return (
      <Suspense>
        <CarryOutDialog ids={taken.map(({ id }) => id)} {...words} onClose={onClose} />
      </Suspense>
    )
  }
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
              {t(`carry.${each.what}`, { count: each.items.length, zones: zoneNames(zoneKeys), part: fitting?.part })}
            </option>
          ))}
        </Select>
        <Select
          label={t('carry.where')}
          value={chosenZone ?? (likely.length > 1 ? everyOne : (likely[0]?.id ?? ''))}
          onChange={(event) => setChosenZone(event.currentTarget.value)}
        >
          {likely.length > 1 ? <option value={everyOne}>{pages(likely)}</option> : null}
          {zones.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </Select>
        <p role="status">{said.filter(Boolean).join(' ')}</p>
        {taken.length > 0 && taken.length <= maxCopiesAtOnce && !isRehearsal ? (
          <div className={styles.buttons}>
            <Button size="small" onClick={() => setOnward('board')}>
              {t('carry.elsewhere')}
            </Button>
            {taken.length === 1 ? (
              <Button size="small" onClick={() => setOnward('action')}>
                {t('carry.action')}
              </Button>
            ) : null}
          </div>
        ) : null}
        <DialogActions>
          <Button onClick={onClose}>{t('carry.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={count === 0}>
            {t('carry.carry')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
