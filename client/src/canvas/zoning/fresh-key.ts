import { uniqueId } from 'tldraw'

/** Of a zone: nobody else's, also where two people make one at the same time. */
export function freshKey(): string {
  return `zone-${uniqueId(12)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '0')}`
}
