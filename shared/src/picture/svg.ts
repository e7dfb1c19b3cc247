/** Writing SVG from what anybody may have put on a board: nothing of it is ever markup. */

/** @returns text safe between tags and inside quotes; what XML cannot hold becomes a space. */
export function escapeText(text: string): string {
  let out = ''
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const isAllowed =
      code >= 0x20 ? (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff : code === 9 || code === 10
    out += isAllowed ? (entities[char] ?? char) : ' '
  }
  return out
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A number of at most one decimal; what is no number becomes 0, so that no attribute can carry anything else. */
export function num(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '0'
}

/** An element with attributes that are numbers, or words of ours. Content is markup already. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : escapeText(value)}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}
