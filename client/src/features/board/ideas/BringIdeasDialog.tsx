import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../../canvas/canvas-handle.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Select, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useToast } from '../../../ui/Toaster.tsx'
import { useReadable } from '../../../ui/use-readable.ts'
import styles from './BringIdeasDialog.module.css'
import {
  decodeText,
  type IdeasFault,
  type IdeaTable,
  ideasOf,
  isFault,
  maxIdeasFileBytes,
  readCsv,
  readLines,
} from './read-ideas.ts'

export type BringIdeasDialogProps = { readonly canvas: CanvasHandle; readonly onClose: () => void }

type Brought = { readonly name: string; readonly table: IdeaTable | IdeasFault }
/** `all`: each cell of each row is an idea. */
type Column = number | 'all'

/** As many as tell whether it is the right column. */
const previewed = 4

/** Ideas from a list or a table, each a note of its own in one zone: all of them, or none. */
export function BringIdeasDialog({ canvas, onClose }: BringIdeasDialogProps) {
  const { t } = useTranslation('board')
  const toast = useToast()
  const picker = useRef<HTMLInputElement>(null)
  const zones = useReadable(canvas.zones)
  const [zoneId, setZoneId] = useState<string>()
  const [typed, setTyped] = useState('')
  const [brought, setBrought] = useState<Brought>()
  const [column, setColumn] = useState<Column>()
  const table = brought ? brought.table : readLines(typed)
  const chosen = column ?? (isFault(table) ? 0 : table.likely)
  const ideas = isFault(table) ? table : ideasOf(table, chosen === 'all' ? undefined : chosen)
  // Where one was looking when one came here.
  const [inView] = useState(() => canvas.zonesInView.get())
  const zone = zones.find(({ id }) => id === zoneId) ?? zones.find(({ id }) => inView.includes(id)) ?? zones[0]
  const isEmpty = !brought && typed.trim() === ''

  const put = () => {
    if (!zone || isFault(ideas)) return
    const { count, undo } = canvas.items.addNotes(zone.id, ideas)
    canvas.goToZone(zone.id)
    toast({ text: t('ideas.done', { count, zone: zone.name }), undo: count > 0 ? undo : undefined })
    onClose()
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    setColumn(undefined)
    setBrought({ name: file.name, table: await readFile(file) })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('ideas.title')} description={t('ideas.text')}>
      <Form onSubmit={put} problem={isEmpty || !isFault(ideas) ? undefined : faultWords(ideas)}>
        {brought ? (
          <p className={styles.file}>
            <bdi>{brought.name}</bdi>
            <Button size="small" kind="quiet" onClick={() => setBrought(undefined)}>
              {t('ideas.without')}
            </Button>
          </p>
        ) : (
          <TextArea
            label={t('ideas.typed')}
            rows={6}
            dir="auto"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <div>
          <Button onClick={() => picker.current?.click()}>{t('ideas.choose')}</Button>
          <input
            ref={picker}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            hidden
            aria-label={t('ideas.choose')}
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </div>
        {brought && !isFault(table) && table.columnCount > 1 ? (
          <Select
            label={t('ideas.column')}
            value={String(chosen)}
            onChange={({ currentTarget: { value } }) => setColumn(value === 'all' ? 'all' : Number(value))}
          >
            {Array.from({ length: table.columnCount }, (_, i) => (
              // Columns have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <option key={i} value={i}>
                {table.heads?.[i] || t('ideas.columnNumber', { number: i + 1 })}
              </option>
            ))}
            <option value="all">{t('ideas.everyCell')}</option>
          </Select>
        ) : null}
        {brought && !isFault(ideas) ? (
          <ul className={styles.preview} aria-label={t('ideas.preview')}>
            {ideas.slice(0, previewed).map((idea, i) => (
              // The same words may be there twice.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={i} dir="auto">
                {idea}
              </li>
            ))}
          </ul>
        ) : null}
        <Select
          label={t('ideas.zone')}
          value={zone?.id ?? ''}
          onChange={(event) => setZoneId(event.currentTarget.value)}
        >
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <DialogActions>
          <Button onClick={onClose}>{t('ideas.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={isFault(ideas) || !zone}>
            {isFault(ideas) ? t('ideas.put') : t('ideas.putCount', { count: ideas.length })}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )

  function faultWords(fault: IdeasFault): string {
    switch (fault.kind) {
      case 'unreadable':
      case 'quotes':
      case 'tooLong':
        return t(`ideas.fault.${fault.kind}`, { line: fault.line })
      case 'tooWide':
        return t('ideas.fault.tooWide', { line: fault.line, columns: fault.count })
      case 'tooMany':
      case 'tooManyLines':
        return t(`ideas.fault.${fault.kind}`, { count: fault.count })
      default:
        return t(`ideas.fault.${fault.kind}`)
    }
  }
}

async function readFile(file: File): Promise<IdeaTable | IdeasFault> {
  if (file.size > maxIdeasFileBytes) return { kind: 'tooLarge' }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  return /\.txt$/i.test(file.name) ? readLines(text) : readCsv(text)
}
