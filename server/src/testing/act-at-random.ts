import * as Y from 'yjs'
import type { BoardRecords } from '#shared/board/board-records.ts'
import { note } from './board-content.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Without a character of two halves: where a broken update cuts one, who is here keeps it whole, and who comes does not. */
const richText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Wörds ' },
        { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
      ],
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
  ],
}

function type(text: Y.XmlFragment, random: SeededRandom) {
  const paragraph = text.get(0)
  if (!(paragraph instanceof Y.XmlElement)) {
    text.insert(0, [new Y.XmlElement('paragraph')])
    return
  }
  const words = paragraph.get(0)
  if (!(words instanceof Y.XmlText)) {
    paragraph.insert(0, [new Y.XmlText('more')])
    return
  }
  words.insert(random.below(words.length + 1), 'abc', random.below(2) ? { bold: {} } : {})
  if (words.length > 4) words.delete(1, 2)
}

function draw(records: BoardRecords, random: SeededRandom) {
  const key = `shape:d${random.below(5)}/ink`
  const ink = records.map.get(key)
  if (!(ink instanceof Y.Array) || random.below(2)) {
    records.map.set(key, Y.Array.from([1, 2, 3, random.below(1_000), 5]))
    return
  }
  ink.push([random.below(999), 2, 3])
  if (ink.length > 6) ink.delete(1, 3)
}

/** Writes, types, draws, moves or removes something on a board, also things whose names it has had before. */
export function actAtRandom(records: BoardRecords, random: SeededRandom) {
  const id = `shape:h${random.below(30)}`
  const there = records.read(id)
  const text = records.text(id)
  const kind = random.below(8)
  if (kind === 0) records.remove(id)
  else if (kind === 1) draw(records, random)
  else if (kind === 2) records.map.set(`${id}/at`, [random.below(100), 2, 0, 'page:page'])
  else if (kind === 3) records.put({ ...note(id, ''), props: { ...note(id, '').props, richText } })
  else if (kind < 6 && text) type(text, random)
  else if (there) records.change(there, { ...there, x: random.below(100), props: { ...there.props, color: 'blue' } })
  else records.put(note(id, 'words'))
}
