import type { LocalText } from '#shared/board/local-text.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { noText, settledLines } from './texts.ts'

type Shown = Pick<ZoneProps, 'background' | 'labels' | 'rows' | 'axes'> & { readonly name: string }

/** What a background shows, for people who do not see it: what it is called, and what is written on it. */
export function describeLayout({ background, labels, rows = [], axes, name }: Shown): LocalText {
  if (background === 'plain') return noText
  const texts = [...(axes ? [axes.x.label, axes.y.label] : []), ...settledLines(labels), ...settledLines(rows)].filter(
    ({ en }) => en !== '',
  )
  const languages = new Set(['en', ...texts.flatMap((text) => Object.keys(text))])
  const said = [...languages].map((language) => {
    const words = texts.map((text) => text[language] ?? text.en)
    return [language, words.length > 0 ? `${name}: ${words.join(', ')}` : name]
  })
  return { ...noText, ...Object.fromEntries(said) }
}
