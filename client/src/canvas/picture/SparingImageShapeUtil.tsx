import type { ReactElement } from 'react'
import { ImageShapeUtil, type TLImageShape } from 'tldraw'
import { PictureOnDemand } from './PictureOnDemand.tsx'
import { PictureOnItsWay } from './PictureOnItsWay.tsx'

/** tldraw's pictures, which wait to be asked for while data is saved, and say so while they are on their way. */
export class SparingImageShapeUtil extends ImageShapeUtil {
  override component(shape: TLImageShape): ReactElement {
    return (
      <>
        <PictureOnDemand shape={shape}>{super.component(shape)}</PictureOnDemand>
        <PictureOnItsWay shape={shape} />
      </>
    )
  }
}
