import { X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/protocol/messages.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { IconButton } from '../../ui/Button.tsx'
import styles from './BoardPanel.module.css'
import { NotesPanel } from './NotesPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'

export type PanelName = 'people' | 'notes'

export type BoardPanelProps = {
  readonly name: PanelName
  readonly connection: BoardConnection
  readonly canvas: CanvasHandle | undefined
  readonly role: Role
  readonly onClose: () => void
}

/** Beside the canvas, or a sheet over its lower part on a phone; the canvas stays usable. Escape closes it. */
export function BoardPanel({ name, connection, canvas, role, onClose }: BoardPanelProps) {
  const { t } = useTranslation('board')
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel)
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside className={styles.panel} aria-labelledby={titleId} tabIndex={-1} ref={panel} onKeyDown={closeOnEscape}>
      <header className={styles.header}>
        <h2 className={styles.title} id={titleId}>
          {t(`${name}.title`)}
        </h2>
        <IconButton label={t('panel.close')} onClick={onClose}>
          <X size={20} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.body}>
        {name === 'people' ? (
          <PeoplePanel connection={connection} canvas={canvas} />
        ) : (
          <NotesPanel canvas={canvas} isReadOnly={role === 'viewer'} />
        )}
      </div>
    </aside>
  )
}

/** Focus goes into the panel when it opens, and back to what opened it when it closes. */
function useFocusReturn(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const opener = document.activeElement
    panel.current?.focus()
    return () => {
      // Not if the person has moved on to the canvas meanwhile.
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement) opener.focus()
    }
  }, [panel])
}
