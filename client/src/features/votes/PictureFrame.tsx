import type { ReactNode } from 'react'
import type { ItemPlace } from '../../canvas/items/canvas-items.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './OnCanvas.module.css'

export type PictureFrameProps = {
  readonly place: ItemPlace
  /** Dots can be put into it. */
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** Lies over a picture as it is turned; what is inside is placed in parts of its width and height. */
export function PictureFrame({ place, isOpen = false, children }: PictureFrameProps) {
  const { x, y, w, h, rotation } = place.picture ?? { ...place, rotation: 0 }
  return (
    <div
      className={classNames(styles.frame, isOpen && styles.openFrame)}
      style={{ transform: `translate(${x}px, ${y}px) rotate(${rotation}rad)`, width: w, height: h }}
    >
      {children}
    </div>
  )
}
