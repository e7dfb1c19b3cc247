import { AlertDialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

export type ConfirmDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Names the thing: "Delete “Opening café”?" */
  readonly title: string
  readonly description: string
  /** Says what will happen: "Delete board", not "OK". */
  readonly action: string
  readonly onConfirm: () => void
  readonly kind?: 'danger' | 'primary'
  readonly isBusy?: boolean
  readonly children?: ReactNode
}

/** Asks before what is hard to take back. Focus begins on "Cancel". */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  description,
  action,
  onConfirm,
  kind = 'danger',
  isBusy = false,
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation('ui')
  const { remember, giveBack } = useReturnFocus()
  return (
    <Primitive.Root open={isOpen} onOpenChange={(isNowOpen) => (isNowOpen ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.scrim}>
          <Primitive.Content className={styles.dialog} onOpenAutoFocus={remember} onCloseAutoFocus={giveBack}>
            <header className={styles.header}>
              <div>
                <Primitive.Title className={styles.title}>{title}</Primitive.Title>
                <Primitive.Description className={styles.description}>{description}</Primitive.Description>
              </div>
            </header>
            <div className={styles.body}>
              {children}
              <div className={styles.actions}>
                <Primitive.Cancel asChild>
                  <Button>{t('cancel')}</Button>
                </Primitive.Cancel>
                <Button kind={kind} onClick={onConfirm} isBusy={isBusy}>
                  {action}
                </Button>
              </div>
            </div>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
