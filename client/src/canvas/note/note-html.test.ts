import { renderHtmlFromRichText, renderPlaintextFromRichText, type TLRichText, toRichText } from 'tldraw'
import { expect, test } from 'vitest'
import { twoBoards } from '../testing/test-boards.ts'
import { isPlain, renderNoteHtml, renderPlainParagraphs } from './note-html.ts'

const board = twoBoards().a
const { editor } = board

function doc(...content: unknown[]): TLRichText {
  return { type: 'doc', content }
}
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})

test.each([
  ['one line', toRichText('solar ferry')],
  ['several lines, an empty one among them', toRichText('solar\n\nferry')],
  ['what could be taken for tags', toRichText('a < b && c > "d" \'e\' <img src=x onerror=alert(1)>')],
  ['spaces that do not break', toRichText('100\u00a0%')],
  ['Arabic', toRichText('مقهى الابتكار')],
  ['a paragraph with its direction', doc({ type: 'paragraph', attrs: { dir: 'rtl' }, content: [text('من')] })],
])('draws and reads %s as tldraw does', (_, richText) => {
  expect(renderPlainParagraphs(richText)).toBe(renderHtmlFromRichText(editor, richText))
  const note = board.shape(board.note({ props: { richText } } as never))
  expect(editor.getShapeUtil('note').getText(note)).toBe(renderPlaintextFromRichText(editor, richText))
})

test.each([
  ['bold words', doc({ type: 'paragraph', content: [text('so', 'bold')] })],
  [
    'a link',
    doc({ type: 'paragraph', content: [{ ...text('so'), marks: [{ type: 'link', attrs: { href: 'https://a.b' } }] }] }),
  ],
  ['a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] })],
  ['an attribute it does not know', doc({ type: 'paragraph', attrs: { dir: '"><script>' }, content: [text('so')] })],
])('leaves %s to tldraw', (_, richText) => {
  expect(isPlain(richText)).toBe(false)
  expect(renderNoteHtml(editor, richText)).toBe(renderHtmlFromRichText(editor, richText))
})
