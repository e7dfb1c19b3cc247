import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { note } from '../../testing/board-content.ts'
import { findStructureFault } from './find-structure-fault.ts'
import { decodeUpdate } from './update-content.ts'

test('what is typed into a note that somebody else has removed meanwhile is no fault', () => {
  const board = new Y.Doc()
  const records = openBoardRecords(board)
  records.put(note('shape:a', 'before'))
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(board))
  const before = Y.encodeStateVector(theirs)
  openBoardRecords(theirs)
    .text('shape:a')
    ?.push([new Y.XmlElement('paragraph')])
  records.remove('shape:a')
  expect(findStructureFault(board, decodeUpdate(Y.encodeStateAsUpdate(theirs, before)))).toBeUndefined()
})
