import {
  createShapeId,
  DefaultColorStyle,
  DefaultSizeStyle,
  type Editor,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
  toRichText,
} from 'tldraw'
import { plainText } from '#shared/board/rich-text.ts'
import type { SeededRandom } from '#shared/testing/seeded-random.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

type Action = (editor: Editor, random: SeededRandom) => void

const colours = ['red', 'blue', 'green', 'violet', 'orange'] as const
const words = 'solar ferry clinic tariff village school radio cable ledger harvest'.split(' ')

const somewhere = (random: SeededRandom) => ({ x: random.below(3_000), y: random.below(2_000) })
const own = (editor: Editor) => editor.getCurrentPageShapes().filter((shape) => !isZoneShape(shape))

function some(editor: Editor, random: SeededRandom, most = 3): TLShape[] {
  const shapes = own(editor)
  if (shapes.length === 0) return []
  return [...new Set(Array.from({ length: 1 + random.below(most) }, () => random.pick(shapes)))]
}

function selectSome(editor: Editor, random: SeededRandom, most = 3): TLShapeId[] {
  const ids = some(editor, random, most).map(({ id }) => id)
  editor.select(...ids)
  return editor.getSelectedShapeIds()
}

function create(editor: Editor, partial: Omit<TLShapePartial, 'id'>): TLShapeId {
  const id = createShapeId()
  editor.createShape({ id, ...partial } as TLShapePartial)
  return id
}

const makeNote: Action = (editor, random) => {
  create(editor, { type: 'note', ...somewhere(random), props: { richText: toRichText(random.pick(words)) } })
}
const makeGeo: Action = (editor, random) => {
  create(editor, { type: 'geo', ...somewhere(random), props: { w: 100 + random.below(200), h: 100, fill: 'solid' } })
}
const makeText: Action = (editor, random) => {
  create(editor, { type: 'text', ...somewhere(random), props: { richText: toRichText(random.pick(words)) } })
}
const makeFrame: Action = (editor, random) => {
  create(editor, { type: 'frame', ...somewhere(random), props: { w: 600, h: 500 } })
}
const makeArrow: Action = (editor, random) => {
  const arrow = create(editor, { type: 'arrow', ...somewhere(random), props: { end: { x: 200, y: 100 } } })
  bind(editor, random, arrow)
}
const draw: Action = (editor, random) => {
  const type = random.pick(['draw', 'highlight'] as const)
  const points = [{ x: 0, y: 0, z: 0.5 }]
  const segments = () => [{ type: 'free' as const, points: [...points] }]
  const id = create(editor, { type, ...somewhere(random), props: { segments: segments() } })
  for (let steps = 2 + random.below(5); steps > 0; steps -= 1) {
    points.push({ x: random.below(300), y: random.below(300), z: 0.5 })
    editor.updateShape({ id, type, props: { segments: segments() } })
  }
}

const move: Action = (editor, random) => {
  const by = { x: random.below(400) - 200, y: random.below(400) - 200 }
  editor.nudgeShapes(selectSome(editor, random), by)
}
const resize: Action = (editor, random) => {
  const [shape] = some(editor, random, 1)
  if (shape) editor.resizeShape(shape.id, { x: 0.5 + random.next() * 1.5, y: 0.5 + random.next() * 1.5 })
}
const rotate: Action = (editor, random) => {
  editor.rotateShapesBy(selectSome(editor, random), random.next() * 3)
}
const recolour: Action = (editor, random) => {
  if (selectSome(editor, random).length > 0) {
    editor.setStyleForSelectedShapes(DefaultColorStyle, random.pick(colours))
  }
}
const restyle: Action = (editor, random) => {
  if (selectSome(editor, random).length > 0) {
    editor.setStyleForSelectedShapes(DefaultSizeStyle, random.pick(['s', 'm', 'l', 'xl'] as const))
  }
}
/** A word at the start, in the middle or at the end of what is written there. */
const type: Action = (editor, random) => {
  const written = own(editor).filter((shape) => 'richText' in shape.props)
  if (written.length === 0) return
  const shape = random.pick(written)
  if (!('richText' in shape.props)) return
  const lines = plainText(shape.props.richText).split('\n')
  const at = random.below(lines.length + 1)
  lines.splice(at, random.below(2), random.pick(words))
  const richText = toRichText(lines.join('\n'))
  editor.updateShape({ id: shape.id, type: shape.type, props: { richText } } as TLShapePartial)
}
const group: Action = (editor, random) => {
  const ids = selectSome(editor, random, 4)
  if (ids.length > 1) editor.groupShapes(ids)
}
const ungroup: Action = (editor, random) => {
  const groups = own(editor).filter(({ type }) => type === 'group')
  if (groups.length > 0) editor.ungroupShapes([random.pick(groups).id])
}
const putInto: Action = (editor, random) => {
  const holders = editor.getCurrentPageShapes().filter((shape) => isZoneShape(shape) || shape.type === 'frame')
  const parent = random.below(4) === 0 || holders.length === 0 ? editor.getCurrentPageId() : random.pick(holders).id
  const ids = some(editor, random)
    .filter(
      ({ id }) =>
        id !== parent && (parent === editor.getCurrentPageId() || !editor.hasAncestor(parent as TLShapeId, id)),
    )
    .map(({ id }) => id)
  editor.reparentShapes(ids, parent)
}
const remove: Action = (editor, random) => {
  editor.deleteShapes(some(editor, random, 2).map(({ id }) => id))
}
const duplicate: Action = (editor, random) => {
  editor.duplicateShapes(some(editor, random), { x: 40, y: 40 })
}
const paste: Action = (editor, random) => {
  const ids = some(editor, random).map(({ id }) => id)
  const content = ids.length > 0 ? editor.getContentFromCurrentPage(ids) : undefined
  if (content) editor.putContentOntoCurrentPage(content, { select: true, point: somewhere(random) })
}
const reorder: Action = (editor, random) => {
  const ids = some(editor, random)
  const way = random.pick(['bringToFront', 'sendToBack', 'bringForward', 'sendBackward'] as const)
  editor[way](ids)
}
const rebind: Action = (editor, random) => {
  const arrows = own(editor).filter(isArrow)
  if (arrows.length > 0) bind(editor, random, random.pick(arrows).id)
}
const unbind: Action = (editor, random) => {
  const arrows = own(editor).filter(isArrow)
  if (arrows.length === 0) return
  const bindings = editor.getBindingsFromShape(random.pick(arrows).id, 'arrow')
  if (bindings.length > 0) editor.deleteBindings([random.pick(bindings)])
}
const lock: Action = (editor, random) => {
  if (random.below(4) === 0) editor.toggleLock(some(editor, random, 1))
}

function isArrow(shape: TLShape): shape is TLArrowShape {
  return shape.type === 'arrow'
}

/** Ties one end of the arrow to something, and nothing twice: as the arrow's handle does when it is let go. */
function bind(editor: Editor, random: SeededRandom, arrow: TLShapeId): void {
  const targets = own(editor).filter(({ id, type }) => id !== arrow && ['note', 'geo', 'frame', 'text'].includes(type))
  if (targets.length === 0) return
  const terminal = random.pick(['start', 'end'] as const)
  const tied = editor
    .getBindingsFromShape(arrow, 'arrow')
    .filter(({ props }) => 'terminal' in props && props.terminal === terminal)
  editor.deleteBindings(tied)
  editor.createBinding({
    type: 'arrow',
    fromId: arrow,
    toId: random.pick(targets).id,
    props: { terminal, normalizedAnchor: { x: random.next(), y: random.next() } },
  })
}

const making: readonly Action[] = [makeNote, makeNote, makeGeo, makeText, makeFrame, makeArrow, draw]
const changing: readonly Action[] = [
  ...[move, move, resize, rotate, recolour, recolour, restyle, type, type, group, ungroup, putInto, putInto],
  ...[remove, duplicate, paste, reorder, rebind, unbind, lock],
]

/** One thing a person does, as one step of undo. */
export function actAtRandom(editor: Editor, random: SeededRandom): string {
  const action = own(editor).length < 4 || random.below(4) === 0 ? random.pick(making) : random.pick(changing)
  editor.markHistoryStoppingPoint(action.name)
  editor.run(() => action(editor, random))
  return action.name
}
