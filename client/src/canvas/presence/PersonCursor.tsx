import { useEffect, useLayoutEffect, useState } from 'react'
import { type TLCursorProps, useEditor, useValue } from 'tldraw'
import { createGlidingPointer } from './gliding-pointer.ts'
import styles from './presence.module.css'

/** Somebody's pointer and name. */
export function PersonCursor({ point, color, name, zoom }: TLCursorProps) {
  const editor = useEditor()
  const [pointer] = useState(createGlidingPointer)
  const isStill = useValue('reduced motion', () => editor.user.getAnimationSpeed() === 0, [editor])

  useLayoutEffect(() => pointer.setScale(1 / zoom), [pointer, zoom])
  useLayoutEffect(() => {
    if (!point) return
    if (isStill) pointer.jumpTo(point.x, point.y)
    else pointer.glideTo(point.x, point.y)
  }, [pointer, point, isStill])
  useEffect(() => () => pointer.stop(), [pointer])

  if (!point) return null
  return (
    <div ref={pointer.attach} className={styles.cursor}>
      <svg className={styles.arrow} aria-hidden="true">
        <path d="M1 1v15l4.4-3.6 2.8 6 2.6-1.2-2.8-5.9H14z" fill={color} />
      </svg>
      {name && (
        <div className={styles.name} style={{ backgroundColor: color }} dir="auto">
          {name}
        </div>
      )}
    </div>
  )
}
