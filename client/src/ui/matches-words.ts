/** Whether every typed word occurs somewhere in the texts; accents and capitals do not matter. */
export function matchesWords(texts: readonly string[], typed: string): boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = fold(texts.join(' '))
  return words.every((word) => text.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
