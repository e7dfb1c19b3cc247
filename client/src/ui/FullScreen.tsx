import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './FullScreen.module.css'
import { useReturnFocus } from './use-return-focus.ts'

export type FullScreenProps = {
  readonly onClose: () => void
  readonly className?: string | undefined
  /** With a `FullScreenTitle` in it. */
  readonly children: ReactNode
}

/** For the projector, or a phone held up: over all of the page, as ink on paper. Escape ends it and gives the focus back. */
export function FullScreen({ onClose, className, children }: FullScreenProps) {
  const { remember, giveBack } = useReturnFocus()
  return (
    <Primitive.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Content
          className={classNames(styles.screen, className)}
          aria-describedby={undefined}
          data-theme="light"
          onOpenAutoFocus={remember}
          onCloseAutoFocus={giveBack}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export const FullScreenTitle = Primitive.Title
