import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'
import { useFirstFocus } from './use-first-focus.ts'
import { useReturnFocus } from './use-return-focus.ts'

export type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string
  readonly size?: 'medium' | 'large'
  readonly children: ReactNode
}

/** Keeps focus inside and gives it back on closing. On a phone it is a sheet that rises from below. */
export function Dialog({ isOpen, onClose, title, description, size = 'medium', children }: DialogProps) {
  const { t } = useTranslation('ui')
  const content = useRef<HTMLDivElement>(null)
  const { remember, giveBack } = useReturnFocus()
  const focusFirst = useFirstFocus(content)
  return (
    <Primitive.Root open={isOpen} onOpenChange={(isNowOpen) => (isNowOpen ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.scrim}>
          <Primitive.Content
            className={classNames(styles.dialog, size === 'large' && styles.large)}
            ref={content}
            onOpenAutoFocus={(event) => {
              remember()
              event.preventDefault()
              focusFirst()
            }}
            onCloseAutoFocus={giveBack}
            {...(description ? {} : { 'aria-describedby': undefined })}
          >
            <header className={styles.header}>
              <div>
                <Primitive.Title className={styles.title}>{title}</Primitive.Title>
                {description ? (
                  <Primitive.Description className={styles.description}>{description}</Primitive.Description>
                ) : null}
              </div>
              <Primitive.Close asChild>
                <IconButton label={t('close')} className={styles.close}>
                  <X size={20} aria-hidden="true" />
                </IconButton>
              </Primitive.Close>
            </header>
            <div className={styles.body}>{children}</div>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** The row of buttons that ends a dialog: what it is for comes last in reading order, so that Tab reaches it last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
