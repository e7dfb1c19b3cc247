import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { preloadable } from '../../ui/preloadable.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { zonesInUse } from './zone-uses.ts'

const DeleteZonesDialog = preloadable(async () => (await import('./DeleteZonesDialog.tsx')).DeleteZonesDialog)

type AskedZonesProps = {
  readonly canvas: CanvasHandle
  readonly connection: BoardConnection
  readonly session: SessionView | undefined
}

/** For facilitators: before a zone is deleted in which something goes on, in the list or on the board, it is asked. */
export function AskedZones({ canvas, connection, session }: AskedZonesProps) {
  const { i18n } = useTranslation()
  const { zoning } = canvas
  const vote = useReadable(connection.votes)?.open ?? undefined
  const asked = useReadable(zoning.asked)
  useEffect(() => zoning.setInUse(zonesInUse({ vote, session })), [zoning, vote, session])
  useEffect(() => () => zoning.setInUse(new Set()), [zoning])
  // Zones are deleted without a line, too.
  useEffect(() => {
    const bring = () => Promise.all([DeleteZonesDialog.preload(), i18n.loadNamespaces('zones')])
    return whenIdle(() => void bring().catch(() => undefined))
  }, [i18n])
  if (asked.length === 0) return null
  return (
    <Suspense>
      <DeleteZonesDialog zones={asked} {...{ canvas, vote, session }} boardId={connection.boardId} />
    </Suspense>
  )
}
