import { type CloseKind, closeCodes } from '#shared/protocol/close-codes.ts'

/** Too large for the socket itself. It would be too large again. */
const messageTooBig = 1009

/** @returns what a close code says for good; undefined when coming back is of use. */
export function finalKindOf(code: number): CloseKind | undefined {
  if (code === messageTooBig) return 'tooLarge'
  if (code < 4400 || code > 4499) return undefined
  const kinds = Object.keys(closeCodes) as CloseKind[]
  return kinds.find((kind) => closeCodes[kind].code === code) ?? 'unreadable'
}
