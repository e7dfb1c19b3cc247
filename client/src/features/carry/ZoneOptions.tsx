import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** The board's zones in a select, under their pages where there are several. */
export function ZoneOptions({ canvas }: { readonly canvas: CanvasHandle }) {
  const zones = useReadable(canvas.zones)
  const pages = useReadable(canvas.pages)
  const optionsOf = (pageId: string) =>
    zones
      .filter((zone) => zone.pageId === pageId)
      .map(({ id, heading, key }) => (
        <option key={id} value={id}>
          {heading || key}
        </option>
      ))
  return pages.map(({ id, title }) =>
    pages.length > 1 ? (
      <optgroup key={id} label={title}>
        {optionsOf(id)}
      </optgroup>
    ) : (
      optionsOf(id)
    ),
  )
}
