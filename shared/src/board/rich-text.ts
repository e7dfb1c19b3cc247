import * as Y from 'yjs'

/**
 * Rich text as tldraw keeps it in `props.richText` (ProseMirror's JSON) and as it lies in a `Y.XmlFragment`, in the
 * form y-prosemirror reads and writes: elements for nodes, `Y.XmlText` for runs of text, marks as text attributes.
 */
export type RichText = { type: string; content: unknown[] }

/** Nobody nests lists so deep; what somebody nests deeper to exhaust the stack of every reader is left out. */
const maxDepth = 20

type TextNode = { type: 'text'; text: string; marks?: { type: string; attrs?: Record<string, unknown> }[] }
type BlockNode = { type: string; attrs?: Record<string, unknown>; content?: RichTextNode[] }
type RichTextNode = TextNode | BlockNode

export function readRichText(fragment: Y.XmlFragment): RichText {
  const content = fragment.toArray().flatMap((node) => readNode(node))
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function readNode(node: Y.XmlElement | Y.XmlText | Y.XmlHook, depth = 0): RichTextNode[] {
  if (node instanceof Y.XmlText) return readRuns(node)
  if (!(node instanceof Y.XmlElement) || depth > maxDepth) return []
  const attrs = dropNulls(node.getAttributes() as Record<string, unknown>)
  const content = node.toArray().flatMap((child) => readNode(child, depth + 1))
  return [
    {
      type: node.nodeName,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ]
}

function readRuns(text: Y.XmlText): TextNode[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((run) => {
    if (typeof run.insert !== 'string' || run.insert === '') return []
    const marks = Object.entries(run.attributes ?? {})
      .filter(([, value]) => value !== null)
      .map(([name, value]) => {
        // y-prosemirror adds `--<hash>` to the name of a mark that may overlap itself.
        const type = name.replace(/--[A-Za-z0-9+/=]{8}$/, '')
        const attrs = isObject(value) ? dropNulls(value) : {}
        return Object.keys(attrs).length > 0 ? { type, attrs } : { type }
      })
    return [{ type: 'text' as const, text: run.insert, ...(marks.length > 0 ? { marks } : {}) }]
  })
}

/** ProseMirror's defaults come as nulls on one side and as nothing on the other; nothing is the normal form. */
function dropNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Makes the fragment say what `richText` says, touching only the paragraphs that differ, so that what somebody types in
 * another paragraph meanwhile stays. Call it inside a transaction. Takes the unchecked `props.richText` of anybody's
 * record: what is not a node is left out.
 */
export function writeRichText(fragment: Y.XmlFragment, richText: unknown): void {
  const next = parseNodes(isObject(richText) ? richText.content : undefined)
  const wanted = next.length > 0 ? next : [{ type: 'paragraph' }]
  const current = fragment.toArray().map((node) => JSON.stringify(readNode(node)))
  const target = wanted.map((node) => JSON.stringify(readNode(makeNode(node, true))))
  let start = 0
  while (start < current.length && start < target.length && current[start] === target[start]) start += 1
  let end = 0
  while (
    end < current.length - start &&
    end < target.length - start &&
    current[current.length - 1 - end] === target[target.length - 1 - end]
  ) {
    end += 1
  }
  if (current.length - start - end > 0) fragment.delete(start, current.length - start - end)
  const inserted = wanted.slice(start, wanted.length - end).map((node) => makeNode(node, false))
  if (inserted.length > 0) fragment.insert(start, inserted)
}

/** A new fragment, not yet in a document, that says what `richText` says. */
export function createRichText(richText: unknown): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  const nodes = parseNodes(isObject(richText) ? richText.content : undefined)
  fragment.insert(
    0,
    (nodes.length > 0 ? nodes : [{ type: 'paragraph' }]).map((node) => makeNode(node, false)),
  )
  return fragment
}

function parseNodes(content: unknown, depth = 0): RichTextNode[] {
  if (!Array.isArray(content) || depth > maxDepth) return []
  return content.flatMap((node: unknown): RichTextNode[] => {
    if (!isObject(node) || typeof node.type !== 'string') return []
    if (node.type === 'text') {
      if (typeof node.text !== 'string' || node.text === '') return []
      return [{ type: 'text', text: node.text, marks: parseMarks(node.marks) }]
    }
    const attrs = isObject(node.attrs) ? dropNulls(node.attrs) : {}
    return [{ type: node.type, attrs, content: parseNodes(node.content, depth + 1) }]
  })
}

function parseMarks(marks: unknown): NonNullable<TextNode['marks']> {
  if (!Array.isArray(marks)) return []
  return marks.flatMap((mark: unknown) =>
    isObject(mark) && typeof mark.type === 'string'
      ? [{ type: mark.type, attrs: isObject(mark.attrs) ? dropNulls(mark.attrs) : {} }]
      : [],
  )
}

function isText(node: RichTextNode): node is TextNode {
  return node.type === 'text'
}

/** @param standalone - In a document of its own: a Yjs type can be read only once it is in one. */
function makeNode(node: RichTextNode, standalone: boolean): Y.XmlElement | Y.XmlText {
  const made = isText(node) ? makeText([node]) : makeElement(node)
  if (standalone) new Y.Doc().getXmlFragment('node').insert(0, [made])
  return made
}

function makeElement(node: BlockNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  // Yjs types attributes as text but keeps any JSON value, and y-prosemirror writes numbers and booleans.
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string)
  const children: (Y.XmlElement | Y.XmlText)[] = []
  let runs: TextNode[] = []
  const flush = () => {
    if (runs.length > 0) children.push(makeText(runs))
    runs = []
  }
  for (const child of node.content ?? []) {
    if (isText(child)) {
      runs.push(child)
    } else {
      flush()
      children.push(makeElement(child))
    }
  }
  flush()
  if (children.length > 0) element.insert(0, children)
  return element
}

function makeText(runs: readonly TextNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    runs.map((run) => ({
      insert: run.text,
      attributes: Object.fromEntries((run.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  )
  return text
}

/** The words alone, a line for each paragraph: for lists, pictures and reading aloud. */
export function plainText(richText: unknown): string {
  if (!isObject(richText) || !Array.isArray(richText.content)) return ''
  return richText.content.map((node) => plainNode(node, 0)).join('\n')
}

function plainNode(node: unknown, depth: number): string {
  if (!isObject(node) || depth > maxDepth) return ''
  if (typeof node.text === 'string') return node.text
  if (node.type === 'hardBreak') return '\n'
  if (!Array.isArray(node.content)) return ''
  const separator = node.content.some((child: unknown) => isObject(child) && Array.isArray(child.content)) ? '\n' : ''
  return node.content.map((child) => plainNode(child, depth + 1)).join(separator)
}
