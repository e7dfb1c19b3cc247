import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { readAskedPlace } from './place-on-board.ts'

/** Who came back from a copy on another board is brought to what it was made from, or told that it is gone. */
export function useAskedPlace(canvas: CanvasHandle | undefined): void {
  const { t } = useTranslation('board')
  const toast = useToast()
  const [query, setQuery] = useSearchParams()
  useEffect(() => {
    const asked = readAskedPlace(query)
    if (!canvas || !asked) return
    // Once: who reloads the page later wants to be where she was.
    setQuery({}, { replace: true })
    if (canvas.goToNote(asked.noteId)) return
    const zone = canvas.zones.get().find(({ key }) => key === asked.zoneKey)
    if (zone) canvas.goToZone(zone.id)
    toast({ text: t(zone ? 'carry.askedZone' : 'carry.askedGone') })
  }, [canvas, query, setQuery, toast, t])
}
