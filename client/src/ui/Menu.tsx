import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Menu.module.css'

export type MenuProps = {
  /** A button; it gets the menu's state. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export type MenuItemProps = {
  readonly onSelect: () => void
  readonly isDangerous?: boolean
  readonly isDisabled?: boolean
  readonly children: ReactNode
}

export function MenuItem({ onSelect, isDangerous, isDisabled = false, children }: MenuItemProps) {
  return (
    <Primitive.Item
      className={classNames(styles.item, isDangerous && styles.dangerous)}
      disabled={isDisabled}
      onSelect={onSelect}
    >
      {children}
    </Primitive.Item>
  )
}

export type MenuChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[]
  readonly onChoose: (value: Value) => void
}

/** One of several, with the present one ticked. The menu stays open, so that the effect can be seen. */
export function MenuChoice<Value extends string>({ label, value, options, onChoose }: MenuChoiceProps<Value>) {
  return (
    <Primitive.RadioGroup value={value} aria-label={label}>
      <Primitive.Label className={styles.label}>{label}</Primitive.Label>
      {options.map((option) => (
        <Primitive.RadioItem
          key={option.value}
          className={styles.item}
          value={option.value}
          onSelect={(event) => {
            event.preventDefault()
            onChoose(option.value)
          }}
        >
          <span className={styles.tick}>
            <Primitive.ItemIndicator>
              <Check size={16} aria-hidden="true" />
            </Primitive.ItemIndicator>
          </span>
          <span lang={option.lang}>{option.label}</span>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className={styles.label}>{children}</Primitive.Label>
}

export function MenuSeparator() {
  return <Primitive.Separator className={styles.separator} />
}
