import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** How zones are called where several pages may have one of the same name: with their page. */
export function useZoneNames(canvas: CanvasHandle): (zoneId: string | undefined) => string {
  const zones = useReadable(canvas.zones)
  const pages = useReadable(canvas.pages)
  return (zoneId) => {
    const zone = zones.find(({ id }) => id === zoneId)
    if (!zone) return ''
    const heading = zone.heading || zone.key
    const page = pages.length > 1 ? pages.find(({ id }) => id === zone.pageId) : undefined
    return page ? `${heading} · ${page.title}` : heading
  }
}
