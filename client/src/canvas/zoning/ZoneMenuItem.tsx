import { useTranslation } from 'react-i18next'
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue } from 'tldraw'
import { mayChangeZones, useCanvasContext } from '../canvas-context.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** With one zone selected, the way to its form for those who use the menu or the keyboard. */
export function ZoneMenuItem() {
  const context = useCanvasContext()
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const zoneId = useValue('selected zone', () => {
    const shape = editor.getOnlySelectedShape()
    return mayChangeZones(context) && isZoneShape(shape) ? shape.id : null
  }, [editor, context])
  if (zoneId === null) return null
  return (
    <TldrawUiMenuGroup id="zone">
      <TldrawUiMenuItem
        id="zone-form"
        label={t('zoning.open')}
        onSelect={() => {
          context.zoning.editedId.set(zoneId)
        }}
      />
    </TldrawUiMenuGroup>
  )
}
