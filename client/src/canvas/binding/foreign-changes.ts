import type { AbstractType, YEvent, Map as YMap } from 'yjs'
import { parseRecordKey } from '#shared/board/record-keys.ts'

const everything = '*'

/** What of each record somebody else wrote after this person last did. */
export interface ForeignChanges {
  note(map: YMap<unknown>, events: readonly YEvent<AbstractType<unknown>>[], isOwn: boolean): void
  /** Any part of the record, ever. */
  has(id: string): boolean
  /** @param field - As the history names it: `at`, `props.color`, `index`. */
  isLast(id: string, field: string): boolean
}

export function createForeignChanges(): ForeignChanges {
  const touched = new Set<string>()
  /** By record and field: true where the last word is somebody else's. */
  const lastWords = new Map<string, Map<string, boolean>>()

  const noteKey = (key: unknown, isOwn: boolean) => {
    const parsed = typeof key === 'string' ? parseRecordKey(key) : undefined
    if (!parsed) return
    const { recordId, part } = parsed
    if (!isOwn) touched.add(recordId)
    if (part.kind === 'base') {
      lastWords.set(recordId, new Map([[everything, !isOwn]]))
      return
    }
    const fields = lastWords.get(recordId)
    const field =
      'name' in part ? (part.kind === 'field' ? part.name : `${part.kind}.${part.name}`) : fieldOf[part.kind]
    if (fields) fields.set(field, !isOwn)
    else lastWords.set(recordId, new Map([[field, !isOwn]]))
  }

  return {
    note(map, events, isOwn) {
      for (const event of events) {
        if (event.target === (map as unknown)) for (const key of event.keys.keys()) noteKey(key, isOwn)
        else noteKey(event.path[0], isOwn)
      }
    },
    has: (id) => touched.has(id),
    isLast(id, field) {
      const fields = lastWords.get(id)
      return fields?.get(field) ?? fields?.get(everything) ?? false
    },
  }
}

const fieldOf = { at: 'at', text: 'props.richText', ink: 'props.segments' } as const
