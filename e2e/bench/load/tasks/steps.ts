import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import type { Line } from '../dialect.ts'
import { collectUpdates, note, shapeId } from '../notes.ts'
import { openCrowd } from '../person.ts'

/** One person drags, draws and types; another sees it. */
export type StepsTask = { readonly kind: 'steps'; readonly lines: readonly Line[]; readonly steps: number }

/** Bytes for each step, heads of frames included. */
export type StepsResult = Readonly<
  Record<'drag' | 'draw' | 'type', { readonly sent: number; readonly received: number }>
>

/** A frame of the screen: what it changed is one update. */
const stepMs = 16

export async function runSteps({ lines, steps }: StepsTask): Promise<StepsResult> {
  const people = await openCrowd(lines, {})
  const [actor, witness] = people
  if (!actor || !witness) throw new Error('it takes two')
  const random = createSeededRandom(3).next
  const doc = new Y.Doc()
  const board = openBoardRecords(doc)
  const updates = collectUpdates(doc)
  const dragged = note(random, 'Drag me')
  const stroke = strokeRecord(shapeId(random))

  /** @returns bytes that were sent. */
  const act = async (change: () => void): Promise<number> => {
    doc.transact(change)
    const frames = updates.splice(0).map((update) => encodeSync('update', update))
    for (const frame of frames) actor.send(frame)
    await wait(stepMs)
    return frames.reduce((sum, { byteLength }) => sum + byteLength + clientFrameHead(byteLength), 0)
  }
  const measure = async (change: (step: number) => void) => {
    // What is still on its way from before is not this one's.
    await wait(500)
    const before = witness.socket.bytesRead
    let sent = 0
    for (let step = 0; step < steps; step += 1) sent += await act(() => change(step))
    await wait(500)
    return { sent: sent / steps, received: (witness.socket.bytesRead - before) / steps }
  }

  await act(() => {
    board.put(dragged)
    board.put(stroke)
  })
  let last = dragged
  const drag = await measure((step) => {
    const next = { ...last, x: 100 + step * 3.5, y: 200 + step * 1.25 }
    board.change(last, next)
    last = next
  })
  const points: { x: number; y: number; z: number }[] = []
  let drawn = stroke
  const draw = await measure((step) => {
    for (let i = 0; i < 2; i += 1) points.push({ x: step * 4.3 + i * 2.1, y: Math.sin(step / 9) * 80 + i, z: 0.5 })
    const next = { ...stroke, props: { ...stroke.props, segments: [{ type: 'free', points: [...points] }] } }
    board.change(drawn, next)
    drawn = next
  })
  const text = board.text(dragged.id)
  const paragraph = text?.get(0)
  const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(line instanceof Y.XmlText)) throw new Error('the note has no text to type into')
  const type = await measure((step) => line.insert(line.length, String.fromCharCode(97 + (step % 26))))
  for (const { socket } of people) socket.close()
  return { drag, draw, type }
}

/** A client's frames are masked: two bytes of head, or four, and four of mask. */
function clientFrameHead(bytes: number): number {
  return bytes < 126 ? 6 : 8
}

function strokeRecord(id: string) {
  const { props: _, ...place } = note(createSeededRandom(4).next, '')
  return {
    ...place,
    id,
    type: 'draw',
    props: {
      segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }],
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: false,
      isClosed: false,
      isPen: false,
      scale: 1,
    },
  }
}
