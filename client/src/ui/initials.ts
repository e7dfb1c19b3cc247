/** One or two letters for a name, whole letters in every script: "Salote Tupou" is ST, "سارة" is س, "李小龙" is 李. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  const letters = [first, last].map((word) => firstLetter(word ?? ''))
  // Two joined Arabic letters would read as another word, so one has to do.
  const isLatin = letters.every((letter) => /^\p{Script=Latin}?$/u.test(letter))
  return (isLatin ? letters.join('') : (letters[0] ?? '')).toLocaleUpperCase()
}

function firstLetter(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment
  return ''
}
