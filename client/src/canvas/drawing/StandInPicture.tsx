import { maxShapesPerPage } from '#shared/limits.ts'
import { useCanvasContext } from '../canvas-context.ts'

/** Between the grounds of the zones and everything that lies on them: tldraw counts shapes from twice the limit up. */
const zIndex = 2 * maxShapesPerPage - 1

/** Where the stand-ins are drawn. They are a picture: lists and tldraw's own announcements have the words. */
export function StandInPicture() {
  const { standIns } = useCanvasContext()
  return (
    <div className="canvas-stand-ins" style={{ zIndex }} aria-hidden="true">
      <canvas ref={standIns.attach} hidden />
    </div>
  )
}
