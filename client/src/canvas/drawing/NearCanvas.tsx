import { useLayoutEffect, useState } from 'react'
import { DefaultCanvas, type TLCanvasComponentProps, useEditor } from 'tldraw'
import { useCanvasContext } from '../canvas-context.ts'
import { mountNearShapes } from './mount-near-shapes.ts'

/** tldraw's canvas, from the moment on that it is told what lies near: what it draws first it keeps. */
export function NearCanvas(props: TLCanvasComponentProps) {
  const editor = useEditor()
  const { standIns } = useCanvasContext()
  const [isReady, setIsReady] = useState(false)
  useLayoutEffect(() => {
    const near = mountNearShapes(editor)
    const stopStandIns = standIns.follow(editor, near)
    setIsReady(true)
    return () => {
      stopStandIns()
      near.stop()
    }
  }, [editor, standIns])
  return isReady ? <DefaultCanvas {...props} /> : null
}
