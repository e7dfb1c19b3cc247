import { useCanvasContext } from '../canvas-context.ts'
import { Overlay } from '../items/Overlay.tsx'
import { EditingMarkers } from './EditingMarkers.tsx'
import styles from './presence.module.css'

/** What lies over the canvas: who types where, what the page puts there, and the others' pointers. */
export function PeopleInFront() {
  const { cursors } = useCanvasContext()
  return (
    <>
      <EditingMarkers />
      <canvas ref={cursors.trails.attach} className={styles.trails} />
      <Overlay />
      <div ref={cursors.attach} className={styles.cursors} />
    </>
  )
}
