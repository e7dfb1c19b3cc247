import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { useReadable } from '../../ui/use-readable.ts'

/** The zones by name, to go to. */
export function ZoneMenu({ canvas }: { readonly canvas: CanvasHandle }) {
  const { t } = useTranslation('board')
  const zones = useReadable(canvas.zones)
  if (zones.length === 0) return null
  return (
    <Menu
      trigger={
        <Button kind="quiet">
          {t('zones.open')}
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      }
    >
      {zones.map((zone) => (
        <MenuItem key={zone.id} onSelect={() => canvas.goToZone(zone.id)}>
          {zone.heading}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => canvas.zoomToFit()}>{t('zones.all')}</MenuItem>
    </Menu>
  )
}
