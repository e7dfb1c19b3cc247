import type { Pilot } from '#shared/http/pilots.ts'

/** Pilots in which every typed word occurs somewhere; accents and capitals do not matter. */
export function searchPilots(pilots: readonly Pilot[], typed: string): readonly Pilot[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return pilots
  return pilots.filter(({ title, challenge, department, owner }) => {
    const text = fold([title, challenge, department, owner].join(' '))
    return words.every((word) => text.includes(word))
  })
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
