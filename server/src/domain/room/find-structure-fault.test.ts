import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import { findStructureFault } from './find-structure-fault.ts'
import { readUpdate } from './update-content.ts'

test('what is typed into a note that somebody else has removed meanwhile is no fault', () => {
  const board = new Y.Doc()
  const records = board.getMap(recordsMapName)
  // Empty, so that the first paragraph names what it lies in and no neighbour.
  records.set('shape:a/text', new Y.XmlFragment())
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(board))
  const before = Y.encodeStateVector(theirs)
  const words = theirs.getMap(recordsMapName).get('shape:a/text')
  if (!(words instanceof Y.XmlFragment)) throw new Error('the words of a note came with it')
  words.push([new Y.XmlElement('paragraph')])
  records.delete('shape:a/text')
  expect(findStructureFault(board, readUpdate(Y.encodeStateAsUpdate(theirs, before)).decoded)).toBeUndefined()
})
