import { useTranslation } from 'react-i18next'
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue } from 'tldraw'
import { mayChangeZones, useCanvasContext } from '../canvas-context.ts'
import { zonesOfPage } from '../handle/board-content.ts'
import { isItem } from './read-items.ts'

/** For facilitators: takes copies of what is selected, or lies in what is selected, on to another zone. */
export function CarryOnMenuItem() {
  const context = useCanvasContext()
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const isOffered = useValue('may be carried on', () => {
    return mayChangeZones(context) && zonesOfPage(editor).length > 0 && chosenItems().length > 0
  }, [editor, context])
  if (!isOffered) return null
  return (
    <TldrawUiMenuGroup id="carry-on">
      <TldrawUiMenuItem id="carry-on" label={t('carryOn')} onSelect={() => context.carried.set(chosenItems())} />
    </TldrawUiMenuGroup>
  )

  function chosenItems(): string[] {
    const alone = context.aloneIds.get()
    return [...editor.getShapeAndDescendantIds(editor.getSelectedShapeIds())].filter((id) => {
      const shape = editor.getShape(id)
      return shape !== undefined && isItem(shape) && !alone.has(id)
    })
  }
}
