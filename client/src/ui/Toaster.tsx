import { X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './Button.tsx'
import styles from './Toaster.module.css'

export type Toast = {
  readonly text: string
  readonly undo?: (() => void) | undefined
  /** Something one may do about it. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Says what has been done, politely, and offers to take it back. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext)
}

/** Long enough to read and to reach the button; hover and focus stop the clock. */
const shownMs = 6_000
const shownWithUndoMs = 10_000

export function Toaster({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([])
  const show = useCallback(
    (toast: Toast) =>
      setToasts((shown) => [
        // The same words twice are one message.
        ...shown.filter(({ text }) => text !== toast.text).slice(-2),
        { ...toast, id: (shown.at(-1)?.id ?? 0) + 1 },
      ]),
    [],
  )
  const remove = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id))
  return (
    <ToastContext value={show}>
      <Primitive.Provider label={t('notice')} swipeDirection="down">
        {children}
        {toasts.map(({ id, text, undo, action }) => (
          <Primitive.Root
            key={id}
            className={styles.toast}
            type="background"
            duration={undo || action ? shownWithUndoMs : shownMs}
            onOpenChange={(isOpen) => (isOpen ? undefined : remove(id))}
          >
            <Primitive.Description className={styles.text}>{text}</Primitive.Description>
            {undo ? (
              <Primitive.Action altText={t('undo')} asChild>
                <Button size="small" onClick={undo}>
                  {t('undo')}
                </Button>
              </Primitive.Action>
            ) : null}
            {action ? (
              <Primitive.Action altText={action.label} asChild>
                <Button size="small" onClick={action.run}>
                  {action.label}
                </Button>
              </Primitive.Action>
            ) : null}
            <Primitive.Close asChild>
              <IconButton label={t('close')} size="small">
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Primitive.Close>
          </Primitive.Root>
        ))}
        <Primitive.Viewport className={styles.viewport} label={t('notices')} />
      </Primitive.Provider>
    </ToastContext>
  )
}
