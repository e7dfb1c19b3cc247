import { type ReactNode, Suspense, useState } from 'react'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { ZoneValuesDialog } from './lazy-dialog.ts'

export type ZoneValuesButtonProps = {
  readonly canvas: CanvasHandle
  readonly zoneId: string
  readonly label: string
  readonly children: ReactNode
}

/** Opens what the notes of a zone say. */
export function ZoneValuesButton({ canvas, zoneId, label, children }: ZoneValuesButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" kind="quiet" aria-label={label} onClick={() => setIsOpen(true)}>
        {children}
      </Button>
      {isOpen ? (
        <Suspense>
          <ZoneValuesDialog {...{ canvas, zoneId }} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
