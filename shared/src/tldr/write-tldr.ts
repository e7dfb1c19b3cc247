import { createTLSchema, toRichText } from '@tldraw/tlschema'
import type { BoardRecord } from '../board/board-records.ts'
import { planZone } from '../board/drawing/plan-zone.ts'
import { type LocalText, localise } from '../board/local-text.ts'
import { documentRecordId } from '../board/new-board.ts'
import { isZone, type ZoneProps } from '../board/zone-shape.ts'

/** A plain tldraw: what it knows, and nothing of ours. */
const plainSchema = createTLSchema()

/**
 * A `.tldr` file. Zones become frames with their heading as name, and their prompt and labels as text in them; who made
 * what, and all else that only this program keeps, stays here.
 *
 * @param pictures - by `src`, as data URLs; a picture that is not among them is left out with what shows it
 * @param locale - in which the words of zones are written
 */
export function writeTldr(
  title: string,
  records: readonly BoardRecord[],
  pictures: ReadonlyMap<string, string>,
  locale: string,
): string {
  const missing = new Set(
    records.flatMap(({ id, typeName, type, props }) =>
      typeName === 'asset' && type === 'image' && !pictures.has(String(props?.src)) ? [id] : [],
    ),
  )
  const written = records.flatMap((record): BoardRecord[] => {
    if (missing.has(record.id) || (record.type === 'image' && missing.has(String(record.props?.assetId)))) return []
    if (isZone(record)) return zoneAsFrame(record, locale)
    const plain = { ...record, meta: {} }
    if (record.typeName === 'asset' && record.type === 'image') {
      return [{ ...plain, props: { ...record.props, src: pictures.get(String(record.props?.src)) } }]
    }
    return [record.id === documentRecordId ? { ...plain, name: title } : plain]
  })
  const ids = new Set(written.map(({ id }) => id))
  const tied = written.filter(
    ({ typeName, fromId, toId }) => typeName !== 'binding' || (ids.has(String(fromId)) && ids.has(String(toId))),
  )
  return JSON.stringify({ tldrawFileFormatVersion: 1, schema: plainSchema.serialize(), records: tied })
}

/** tldraw knows no sides that stay where they are. */
const alignments = { start: 'start', left: 'start', middle: 'middle', right: 'end' } as const

function zoneAsFrame(zone: BoardRecord, locale: string): BoardRecord[] {
  const props = zone.props as ZoneProps
  const { id, x, y, rotation, index, parentId, isLocked, opacity } = zone
  const say = (text: LocalText | undefined) => localise(text ?? {}, locale)
  const plan = planZone(props)
  const words = [
    { box: plan.prompt, text: say(props.prompt), align: 'start' as const },
    ...plan.labels.map(({ text, align, ...box }) => ({ box, text: say(text), align })),
  ].filter(({ text }) => text !== '')
  return [
    {
      ...{ id, typeName: 'shape', type: 'frame', x, y, rotation, index, parentId, isLocked, opacity, meta: {} },
      props: { w: props.w, h: props.h, name: say(props.heading), color: 'black' },
    },
    ...words.map(
      ({ box, text, align }, i): BoardRecord => ({
        ...{ id: `${id}-words-${i}`, typeName: 'shape', type: 'text', parentId: id },
        // Before every note in the zone: keys of notes begin with a later letter.
        ...{ x: box.x, y: box.y, rotation: 0, index: wordsIndex(i), isLocked: false, opacity: 1, meta: {} },
        props: {
          ...{
            color: 'grey',
            font: 'sans',
            size: 'm',
            textAlign: alignments[align],
            autoSize: false,
            w: Math.max(1, box.w),
          },
          // tldraw's medium text is 24 units high.
          scale: box.size / 24,
          richText: toRichText(text),
        },
      }),
    ),
  ]
}

/** tldraw's keys of negative whole numbers: `Zz` is the last before `a0`, two letters say three digits. */
function wordsIndex(i: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  return `Y${digits[Math.floor(i / digits.length)]}${digits[i % digits.length]}`
}
