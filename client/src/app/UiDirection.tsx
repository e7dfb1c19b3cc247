import { Direction } from 'radix-ui'
import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/use-language.ts'

/** Menus and tabs answer to the arrow keys in the reader's direction. */
export function UiDirection({ children }: { readonly children: ReactNode }) {
  const { dir } = useLanguage()
  return <Direction.Provider dir={dir}>{children}</Direction.Provider>
}
