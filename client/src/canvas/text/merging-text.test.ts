import { Editor as TextEditor } from '@tiptap/core'
import { TextSelection } from 'prosemirror-state'
import { type TLShapeId, toRichText } from 'tldraw'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { createSeededRandom, type SeededRandom } from '#shared/testing/seeded-random.ts'
import { createFuzzRelay } from '../fuzz/fuzz-relay.ts'
import { openTestBoard, shownBoard, type TestBoard } from '../testing/test-boards.ts'
import { followEditing } from './merging-text.ts'

/** Two people with a line each, and a note that both have. */
function twoWriters(seed: number, words: string) {
  const first = encodeNewBoard([])
  const people = [1, 2].map((clientId) => {
    const doc = new Y.Doc()
    doc.clientID = clientId
    Y.applyUpdate(doc, first)
    const person = openTestBoard(doc, 'editor', `participant-${clientId}`)
    const stopEditing = followEditing(person.editor, person.board.binding)
    onTestFinished(() => {
      stopEditing()
      person.board.binding.close()
      person.editor.dispose()
    })
    return person
  })
  const [mele, ratu] = people
  if (!mele || !ratu) throw new Error('Two people are needed.')
  const random = createSeededRandom(seed)
  const relay = createFuzzRelay(people, first, random)
  const id = mele.note({ props: { richText: toRichText(words) } as never })
  relay.settle()
  const textOf = ({ editor }: TestBoard) => plainText(readText(editor.getShape(id)?.props))
  return { mele, ratu, people, relay, random, id, textOf }
}

function readText(props: object | undefined): unknown {
  return props && 'richText' in props ? props.richText : undefined
}

/** Opens the note's words as tldraw does: its text editor, which tells the canvas what it says. */
async function openText({ editor, board }: TestBoard, id: TLShapeId): Promise<TextEditor> {
  editor.setEditingShape(id)
  const element = document.createElement('div')
  document.body.append(element)
  const text = new TextEditor({
    ...board.textOptions.tipTapConfig,
    element,
    content: readText(editor.getShape(id)?.props) as never,
    onUpdate: (props) => editor.updateShape({ id, type: 'note', props: { richText: props.editor.state.doc.toJSON() } }),
  })
  onTestFinished(() => text.destroy())
  await vi.waitFor(() => expect(text.isInitialized).toBe(true))
  return text
}

/** Letter by letter, as fingers do. A line break goes where the last letter went. */
function typeAt({ view }: TextEditor, at: number, words: string): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)))
  for (const letter of words) {
    const { tr, selection } = view.state
    view.dispatch(letter === '\n' ? tr.split(selection.from) : tr.insertText(letter))
  }
}

/** Somewhere between two words, or at either end of a line. */
function spotBetweenWords({ state }: TextEditor, random: SeededRandom): number {
  const spots: number[] = []
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return
    const inside = position + 1
    spots.push(inside, inside + node.content.size)
    for (const { index } of node.textContent.matchAll(/ /g)) spots.push(inside + index)
  })
  return random.pick(spots)
}

describe('two people who type in one note without a line', () => {
  test('keep every word when both come back', async () => {
    const { mele, ratu, people, relay, id, textOf } = twoWriters(1, 'the ferry')
    const [hers, his] = [await openText(mele, id), await openText(ratu, id)]
    relay.breakAllLines()
    typeAt(hers, 1, 'before noon ')
    typeAt(his, 1 + 'the ferry'.length, ' is late')
    expect(textOf(mele)).toBe('before noon the ferry')
    relay.settle()
    for (const text of [hers, his]) expect(text.getText()).toBe('before noon the ferry is late')
    for (const person of people) person.editor.setEditingShape(null)
    relay.settle()
    for (const person of people) expect(textOf(person)).toBe('before noon the ferry is late')
    expect(shownBoard(ratu)).toEqual(shownBoard(mele))
  })

  test('keep every word, too, when one closes the note and the other does not', async () => {
    const { mele, ratu, people, relay, id, textOf } = twoWriters(2, 'ask the nurse')
    const his = await openText(ratu, id)
    relay.breakAllLines()
    mele.editor.updateShape({ id, type: 'note', props: { richText: toRichText('ask the nurse\nand the pilot') } })
    typeAt(his, 1, 'please ')
    relay.settle()
    typeAt(his, 1, 'today ')
    relay.settle()
    for (const person of people) expect(textOf(person)).toBe('today please ask the nurse\nand the pilot')
  })

  test.each([1, 2, 3, 4])('keep every word, wherever and however often they come and go: seed %i', async (seed) => {
    const { mele, ratu, people, relay, random, id, textOf } = twoWriters(seed, '<solar> <ferry> <clinic>')
    const texts = [await openText(mele, id), await openText(ratu, id)]
    const typed = ['<solar>', '<ferry>', '<clinic>']
    for (let round = 0; round < 6; round += 1) {
      relay.breakAllLines()
      for (const [i, text] of texts.entries()) {
        for (let count = 1 + random.below(3); count > 0; count -= 1) {
          const word = `<${i === 0 ? 'mele' : 'ratu'}-${typed.length}>`
          typed.push(word)
          typeAt(text, spotBetweenWords(text, random), random.below(3) === 0 ? `\n${word}\n` : ` ${word} `)
        }
      }
      relay.settle()
    }
    for (const person of people) person.editor.setEditingShape(null)
    relay.settle()
    for (const person of people) {
      const text = textOf(person)
      expect(typed.filter((word) => !text.includes(word))).toEqual([])
    }
    expect(shownBoard(ratu)).toEqual(shownBoard(mele))
  })
})
