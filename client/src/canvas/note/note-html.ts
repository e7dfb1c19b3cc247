import { type Editor, renderHtmlFromRichText, type TLRichText } from 'tldraw'

const htmlOf = new WeakMap<TLRichText, string>()

/**
 * The note's words as tldraw draws them. Most notes are plain paragraphs, and for those its text editor need not be
 * asked: it builds its whole schema anew for each note, which is most of what a large board's opening spends.
 */
export function renderNoteHtml(editor: Editor, richText: TLRichText): string {
  const known = htmlOf.get(richText)
  if (known !== undefined) return known
  const html = renderPlainParagraphs(richText) ?? renderHtmlFromRichText(editor, richText)
  htmlOf.set(richText, html)
  return html
}

type TextNode = { readonly type: 'text'; readonly text: string }
type Paragraph = { readonly content?: readonly TextNode[]; readonly dir: string }

/** @returns undefined where there is more than paragraphs of unmarked words. */
export function renderPlainParagraphs(richText: TLRichText): string | undefined {
  const paragraphs = readPlainParagraphs(richText)
  return paragraphs
    ?.map(({ content, dir }) => {
      const words = (content ?? []).map(({ text }) => escapeHtml(text)).join('')
      return words === '' && dir === 'auto' ? '<p><br /></p>' : `<p dir="${dir}">${words}</p>`
    })
    .join('')
}

/** True where nothing but a note's plain font is needed. */
export function isPlain(richText: TLRichText): boolean {
  return readPlainParagraphs(richText) !== undefined
}

function readPlainParagraphs(richText: TLRichText): Paragraph[] | undefined {
  const paragraphs: Paragraph[] = []
  for (const node of richText.content) {
    if (!isObject(node) || node.type !== 'paragraph') return undefined
    const content = node.content ?? []
    if (!Array.isArray(content) || !content.every(isUnmarkedText)) return undefined
    const dir = readDir(node.attrs)
    if (dir === undefined) return undefined
    paragraphs.push({ content, dir })
  }
  return paragraphs
}

function readDir(attrs: unknown): string | undefined {
  if (attrs === undefined || attrs === null) return 'auto'
  if (!isObject(attrs) || Object.keys(attrs).some((name) => name !== 'dir')) return undefined
  const dir = attrs.dir ?? 'auto'
  return dir === 'auto' || dir === 'ltr' || dir === 'rtl' ? dir : undefined
}

function isUnmarkedText(node: unknown): node is TextNode {
  return (
    isObject(node) &&
    node.type === 'text' &&
    typeof node.text === 'string' &&
    (node.marks === undefined || (Array.isArray(node.marks) && node.marks.length === 0))
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (char) => entities[char] ?? char)
}
