import { ChevronDown } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../../ui/Menu.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { ZoneValuesDialog } from '../values/index.ts'
import styles from './ZoneMenu.module.css'

const PageDialog = lazyPart(async () => (await import('./PageDialog.tsx')).PageDialog)

export type ZoneMenuProps = {
  readonly canvas: CanvasHandle
  /** Makes, names and takes away pages. */
  readonly isFacilitator: boolean
  readonly onEditZones: () => void
}

/** The pages of a board that has several, and the zones of the one that is shown, to go to. */
export function ZoneMenu({ canvas, isFacilitator, onEditZones }: ZoneMenuProps) {
  const { t } = useTranslation('board')
  const zones = useReadable(canvas.zones)
  const pages = useReadable(canvas.pages)
  const pageId = useReadable(canvas.pageId)
  const [valuesOf, setValuesOf] = useState<string>()
  const [dialog, setDialog] = useState<'add' | 'rename'>()
  const page = pages.find(({ id }) => id === pageId)
  const isPaged = pages.length > 1
  const here = zones.filter((zone) => zone.pageId === pageId)
  const inView = useReadable(canvas.zonesInView)
  // What one looks at, if it asks for values; else the first that does.
  const asking = here.filter(({ fields }) => fields.length > 0)
  const valued = asking.find(({ id }) => inView.includes(id)) ?? asking[0]
  if (zones.length === 0 && !isPaged && !isFacilitator) return null
  return (
    <>
      <Menu
        trigger={
          <Button kind="quiet">
            {isPaged ? (
              <>
                <span className="visually-hidden">{t('pages.open')} </span>
                <bdi className={styles.page}>{page?.title}</bdi>
              </>
            ) : (
              t('zones.open')
            )}
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
        }
      >
        {isPaged ? (
          <>
            <MenuChoice
              label={t('pages.title')}
              value={pageId}
              options={pages.map(({ id, title }) => ({ value: id, label: title }))}
              onChoose={canvas.goToPage}
            />
            <MenuSeparator />
            {here.length > 0 ? <MenuLabel>{t('zones.open')}</MenuLabel> : null}
          </>
        ) : null}
        {here.map((zone) => (
          <MenuItem key={zone.id} onSelect={() => canvas.goToZone(zone.id)}>
            {zone.heading}
          </MenuItem>
        ))}
        {here.length > 0 ? <MenuSeparator /> : null}
        <MenuItem onSelect={() => canvas.zoomToFit()}>{t(isPaged ? 'pages.all' : 'zones.all')}</MenuItem>
        {valued ? <MenuItem onSelect={() => setValuesOf(valued.id)}>{t('zones.values')}</MenuItem> : null}
        {isFacilitator ? (
          <>
            <MenuSeparator />
            <MenuItem onSelect={onEditZones}>{t('zones.edit')}</MenuItem>
            <MenuItem onSelect={() => setDialog('add')}>{t('pages.add')}</MenuItem>
            {isPaged ? <MenuItem onSelect={() => setDialog('rename')}>{t('pages.change')}</MenuItem> : null}
          </>
        ) : null}
      </Menu>
      {valuesOf === undefined ? null : (
        <Suspense>
          <ZoneValuesDialog canvas={canvas} zoneId={valuesOf} onClose={() => setValuesOf(undefined)} />
        </Suspense>
      )}
      {dialog ? (
        <Suspense>
          <PageDialog
            canvas={canvas}
            page={dialog === 'rename' ? page : undefined}
            onClose={() => setDialog(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
