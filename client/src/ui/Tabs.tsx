import { Tabs as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export type TabsProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly { readonly value: Value; readonly label: string }[]
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

export function Tabs<Value extends string>({ label, value, onChange, tabs, children }: TabsProps<Value>) {
  const choose = (next: string) => {
    const tab = tabs.find((candidate) => candidate.value === next)
    if (tab) onChange(tab.value)
  }
  return (
    <Primitive.Root value={value} onValueChange={choose}>
      <Primitive.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.value} className={styles.tab} value={tab.value}>
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      <Primitive.Content className={styles.content} value={value}>
        {children}
      </Primitive.Content>
    </Primitive.Root>
  )
}
