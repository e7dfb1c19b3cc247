import {
  createShapeId,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  type TLShape,
  type TLShapeId,
  toRichText,
} from 'tldraw'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { guardLayer } from '../alone/guard-layer.ts'
import { writeWhenLetGo } from '../binding/write-when-let-go.ts'
import { type CanvasContext, createCanvasContext } from '../canvas-context.ts'
import { copySoundly } from '../copy-soundly.ts'
import { LightNoteShapeUtil } from '../note/LightNoteShapeUtil.tsx'
import { type BoardStore, openBoardStore } from '../open-board-store.ts'
import { leavePages, readyPages } from '../pages/board-pages.ts'
import { guardPages } from '../pages/guard-pages.ts'
import { roundDraggedPlaces } from '../round-dragged-places.ts'
import { stampMaker } from '../stamp-maker.ts'
import { followAxes } from '../values/axes.ts'
import { guardZones } from '../zone/guard-zones.ts'
import { ZoneShapeUtil } from '../zone/ZoneShapeUtil.tsx'
import { zoneTool } from '../zoning/zone-tool.ts'
import { connectDoc } from './test-people.ts'

/** One person's editor on a document of her own; nothing arrives before `exchange`. */
export type TestBoard = {
  readonly editor: Editor
  readonly board: BoardStore
  readonly doc: Y.Doc
  readonly context: CanvasContext
  /** The records that her line was told of as changed and not yet in the document. */
  waitingIds(): readonly string[]
  /** Makes a note, with a stopping point for undo before it. */
  note(overrides?: Partial<TLShape>): TLShapeId
  shape(id: TLShapeId): TLShape
}

export function openTestBoard(doc: Y.Doc, role: Role, participantId: string): TestBoard {
  let waitingIds: readonly string[] = []
  const connection: BoardConnection = {
    ...connectDoc(doc, role),
    tellWaiting(ids) {
      waitingIds = ids
    },
  }
  const board = openBoardStore(connection, 'test-board', () => undefined)
  const context = createCanvasContext(role, 'en', 'ltr', undefined, undefined, board.binding.aloneIds)
  const container = document.createElement('div')
  document.body.append(container)
  const editor = new Editor({
    store: board.store,
    // tldraw's own shape utils do not fit its type of one under `exactOptionalPropertyTypes`.
    shapeUtils: [
      ...defaultShapeUtils.filter(({ type }) => type !== LightNoteShapeUtil.type),
      ...[ZoneShapeUtil.configure({ context }), LightNoteShapeUtil],
    ] as never,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools, zoneTool(context)],
    textOptions: board.textOptions,
    getContainer: () => container,
  })
  board.textHost.editor = editor
  guardZones(editor, context)
  copySoundly(editor)
  guardPages(editor, context)
  guardLayer(editor, board.binding)
  stampMaker(editor, context, board.history, () => participantId)
  roundDraggedPlaces(editor, board.history)
  followAxes(editor, board.history)
  writeWhenLetGo(editor, board.binding)
  board.binding.attachHost({
    runMerge(merge) {
      editor.run(merge, { history: 'ignore', ignoreShapeLock: true })
      readyPages(editor)
    },
    onBeforeRemove: (ids) => leavePages(editor, ids),
    onTextMoved: () => undefined,
  })
  return {
    ...{ editor, board, doc, context },
    waitingIds: () => waitingIds,
    note(overrides) {
      const id = createShapeId()
      editor.markHistoryStoppingPoint('note')
      editor.createShape({ id, type: 'note', x: 0, y: 0, props: { richText: toRichText('hello') }, ...overrides })
      return id
    },
    shape(id) {
      const shape = editor.getShape(id)
      if (!shape) throw new Error(`There is no shape ${id}.`)
      return shape
    },
  }
}

/** Two people with an editor each on one board. */
export function twoBoards(
  templateRecords: readonly BoardRecord[] = [],
  roles: readonly [Role, Role] = ['editor', 'editor'],
) {
  const first = encodeNewBoard(templateRecords)
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const doc of docs) Y.applyUpdate(doc, first)
  const a = openTestBoard(docs[0], roles[0], 'participant-a')
  const b = openTestBoard(docs[1], roles[1], 'participant-b')
  return {
    ...{ a, b },
    /** Everything each did reaches the other. */
    exchange() {
      a.board.binding.flush()
      b.board.binding.flush()
      const [fromA, fromB] = docs.map((doc) => Y.encodeStateAsUpdate(doc))
      if (fromA) Y.applyUpdate(docs[1], fromA, 'network')
      if (fromB) Y.applyUpdate(docs[0], fromB, 'network')
      a.board.binding.flush()
      b.board.binding.flush()
    },
  }
}

/** The board as a store shows it, without what is a person's own. */
export function shownBoard({ editor }: TestBoard): Record<string, unknown> {
  return Object.fromEntries(
    editor.store
      .allRecords()
      .filter(({ typeName }) => ['document', 'page', 'shape', 'binding', 'asset'].includes(typeName))
      .map((record): [string, unknown] => [record.id, record])
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  )
}
