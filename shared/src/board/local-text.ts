import { T } from '@tldraw/validate'

/** A text in several languages, by BCP 47 tag. English is always there; readers fall back to it. */
export type LocalText = { readonly en: string } & Readonly<Record<string, string>>

export const localText = T.dict(T.string, T.string)

/** The reader's language, then its base ("pt" for "pt-BR"), then English. */
export function localise(text: Readonly<Record<string, string>>, locale: string): string {
  return text[locale] ?? text[locale.split('-')[0] ?? ''] ?? text.en ?? ''
}
