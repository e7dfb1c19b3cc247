import { type ReactNode, Suspense, useState } from 'react'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import type { CarrySource } from './carry-source.ts'
import { CarryOnDialog } from './lazy-dialog.ts'

export type CarryOnButtonProps = {
  readonly canvas: CanvasHandle
  readonly source: CarrySource
  readonly label?: string
  readonly isQuiet?: boolean
  readonly children: ReactNode
}

/** For facilitators: asks what of a place is carried on, and where to. */
export function CarryOnButton({ canvas, source, label, isQuiet = false, children }: CarryOnButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" kind={isQuiet ? 'quiet' : 'plain'} aria-label={label} onClick={() => setIsOpen(true)}>
        {children}
      </Button>
      {isOpen ? (
        <Suspense>
          <CarryOnDialog {...{ canvas, source }} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
