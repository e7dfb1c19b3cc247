import { useCanvasContext } from '../canvas-context.ts'
import { EditingMarkers } from './EditingMarkers.tsx'
import styles from './presence.module.css'

/** What lies over the canvas of other people: who types where, and their pointers. */
export function PeopleInFront() {
  const { cursors } = useCanvasContext()
  return (
    <>
      <EditingMarkers />
      <canvas ref={cursors.trails.attach} className={styles.trails} />
      <div ref={cursors.attach} className={styles.cursors} />
    </>
  )
}
