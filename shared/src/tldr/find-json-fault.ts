/** Whether text that is no JSON is sound as far as it goes, and only ends too early. */
export function endsTooEarly(text: string): boolean {
  const fault = faultOf(text)
  return fault !== undefined && fault.atIndex === text.length
}

/**
 * The line, from 1, up to which text that is no JSON is sound.
 *
 * Not every fault comes with its place: then what is before it is looked for by halves.
 */
export function firstBrokenLine(text: string): number {
  const fault = faultOf(text)
  if (fault?.atIndex !== undefined) return countLines(text.slice(0, fault.atIndex))
  const lines = text.split('\n')
  let sound = 0
  let broken = lines.length
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    const start = lines.slice(0, middle).join('\n')
    if (faultOf(start) === undefined || endsTooEarly(start)) sound = middle
    else broken = middle
  }
  return broken
}

/** V8 says "at position 17", or that the text ended, or only what it has not expected. */
function faultOf(text: string): { readonly atIndex: number | undefined } | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (cause) {
    const said = String(cause)
    const [, position] = /position (\d+)/.exec(said) ?? []
    if (position !== undefined) return { atIndex: Number(position) }
    return { atIndex: said.includes('end of JSON') ? text.length : undefined }
  }
}

function countLines(text: string): number {
  return text.split('\n').length
}
