import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { ZoneValues } from '../../canvas/values/canvas-values.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { FieldSummary } from './FieldSummary.tsx'
import styles from './Summary.module.css'
import { saveCsv } from './save-csv.ts'
import { writeValuesCsv } from './write-values-csv.ts'

export type ZoneValuesDialogProps = {
  readonly canvas: CanvasHandle
  readonly zoneId: string
  readonly onClose: () => void
}

/** What the notes of a zone say in figures and words: counted while it is open, and nowhere kept. */
export function ZoneValuesDialog({ canvas, zoneId, onClose }: ZoneValuesDialogProps) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const zones = useReadable(canvas.zones).filter(({ fields }) => fields.length > 0)
  const [chosen, setChosen] = useState(zoneId)
  const [zone, setZone] = useState<ZoneValues>()
  useEffect(() => canvas.values.watchZone(chosen, setZone), [canvas, chosen])
  const columns = { part: t('part'), note: t('note') }
  return (
    <Dialog isOpen onClose={onClose} title={t('zoneTitle')} size="large">
      {zones.length > 1 ? (
        <Select label={t('zone')} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {zone?.fields.map((field) => (
        <FieldSummary key={field.key} {...{ field, zone }} />
      ))}
      {zone ? (
        <div className={styles.actions}>
          <DialogActions>
            <Button onClick={() => saveCsv(zone.key, writeValuesCsv(zone, language, columns))}>
              <Download size={16} aria-hidden="true" />
              {t('download')}
            </Button>
          </DialogActions>
        </div>
      ) : null}
    </Dialog>
  )
}
