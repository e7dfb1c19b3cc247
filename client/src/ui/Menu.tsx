import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import { createContext, type ReactNode, use, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './Menu.module.css'

export type MenuProps = {
  /** A button; it gets the menu's state. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

/** Takes what is to be done once the menu is gone. */
const MenuContext = createContext<(action: () => void) => void>((action) => action())

export function Menu({ trigger, align = 'end', isOpenAtFirst = false, children }: MenuProps) {
  const chosen = useRef<() => void>(undefined)
  // After the focus is back on the trigger: a dialog that opens then gives it back to the trigger in its turn.
  const act = () => {
    const action = chosen.current
    chosen.current = undefined
    if (action) setTimeout(action)
  }
  return (
    <Primitive.Root modal={false} defaultOpen={isOpenAtFirst}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={act}
        >
          <MenuContext
            value={(action) => {
              chosen.current = action
            }}
          >
            {children}
          </MenuContext>
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
  const choose = use(MenuContext)
  return (
    <Primitive.Item
      className={classNames(styles.item, isDangerous && styles.dangerous)}
      disabled={isDisabled}
      onSelect={() => choose(onSelect)}
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

export type MenuSwitchProps = {
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** On or off, at once. The menu stays open, so that the effect can be seen. */
export function MenuSwitch({ label, hint, isOn, onChange }: MenuSwitchProps) {
  return (
    <Primitive.CheckboxItem
      className={styles.item}
      checked={isOn}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className={styles.tick}>
        <Primitive.ItemIndicator>
          <Check size={16} aria-hidden="true" />
        </Primitive.ItemIndicator>
      </span>
      <span>
        {label}
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </Primitive.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className={styles.label}>{children}</Primitive.Label>
}

export function MenuSeparator() {
  return <Primitive.Separator className={styles.separator} />
}
