/**
 * Finds where JSON goes deeper than `most` arrays and objects in one another, without reading it: reading 50 MB of
 * brackets takes minutes, and what is in one another that deep makes readers fall over later.
 *
 * @returns the line, from 1; undefined where nothing lies so deep.
 */
export function findDeepLine(text: string, most: number): number | undefined {
  let depth = 0
  let line = 1
  let isInString = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === newline) line += 1
    else if (isInString) {
      if (code === backslash) i += 1
      else if (code === quote) isInString = false
    } else if (code === quote) isInString = true
    else if (code === openBrace || code === openBracket) {
      depth += 1
      if (depth > most) return line
    } else if (code === closeBrace || code === closeBracket) depth -= 1
  }
  return undefined
}

const newline = 0x0a
const quote = 0x22
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
