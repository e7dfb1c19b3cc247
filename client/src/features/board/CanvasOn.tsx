import { Suspense, useState } from 'react'
import type { Board } from '#shared/http/boards.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { OwnLayer } from '../../offline/own-layer.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import type { PictureSender } from '../../sync/pictures/picture-sender.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { CarriedFromCanvas } from '../carry/index.ts'
import { useColorScheme } from '../preferences/index.ts'
import { EditedZone } from '../zones/index.ts'
import { BoardProgress } from './BoardProgress.tsx'
import { LazyCanvas } from './lazy-canvas.ts'
import type { BoardSession } from './use-board-session.ts'

export type CanvasOnProps = {
  readonly board: Board
  /** tldraw's, where the operator has one. */
  readonly licenseKey: string | undefined
  readonly role: Role
  readonly connection: BoardConnection
  readonly pictures: PictureSender
  readonly writing: BoardSession['writing']
  /** What this person writes alone; none in a rehearsal. */
  readonly layer?: OwnLayer['doc']
  readonly onReady: (handle: CanvasHandle) => void
}

/** The canvas, once there is something to show on it. */
export function CanvasOn({ board, licenseKey, connection, onReady, ...rest }: CanvasOnProps) {
  const [canvas, setCanvas] = useState<CanvasHandle>()
  const takeCanvas = (ready: CanvasHandle) => {
    setCanvas(ready)
    onReady(ready)
  }
  const { language, dir } = useLanguage()
  const colorScheme = useColorScheme()
  const isLoaded = useReadable(connection.isLoaded)
  return (
    <>
      <Suspense fallback={<BoardProgress connection={connection} />}>
        {isLoaded ? (
          <LazyCanvas
            {...{ connection, dir, colorScheme }}
            {...rest}
            onReady={takeCanvas}
            boardId={board.id}
            locale={language}
            {...(licenseKey === undefined ? {} : { licenseKey })}
          />
        ) : (
          <BoardProgress connection={connection} />
        )}
      </Suspense>
      {canvas ? <CarriedFromCanvas canvas={canvas} /> : null}
      {canvas ? <EditedZone canvas={canvas} mayEdit={rest.role === 'facilitator'} /> : null}
    </>
  )
}
