import {
  type Atom,
  type Editor,
  InstancePresenceRecordType,
  isPageId,
  isShapeId,
  react,
  type TLInstancePresence,
  type TLPageId,
} from 'tldraw'
import { type AwarenessState, awarenessStateSchema } from '#shared/protocol/awareness.ts'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import { type Person, personColours } from '#shared/protocol/messages.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { createFrameScheduler } from '../binding/frame-scheduler.ts'
import { shareStructure } from '../binding/share-structure.ts'
import { switchOffSideEffects } from '../binding/side-effect-switch.ts'
import type { CursorLayer } from './cursor-layer.ts'
import { userIdOf } from './user-id.ts'

/** The shape somebody is typing in, in the free part of tldraw's presence record. */
export function readEditing(presence: TLInstancePresence): string | undefined {
  return typeof presence.meta.editing === 'string' ? presence.meta.editing : undefined
}

/** Whose laser is shown; changes as the session does. */
export type LaserRule = Pick<Atom<boolean>, 'get'>

/**
 * Shows the others on the canvas: names and colours from the server's list, pointers from message 103, the rest from
 * awareness, which is anybody's to write and taken only where it parses.
 *
 * @returns the stop.
 */
export function showPeople(
  editor: Editor,
  connection: BoardConnection,
  cursors: CursorLayer,
  isLaserForAll: LaserRule,
): () => void {
  const { awareness, people } = connection
  /** Positions of people that the server has not told of yet. */
  const early = new Map<number, CursorPoint>()
  const shown = new Set<TLInstancePresence['id']>()

  const update = () => {
    const wanted = new Map<TLInstancePresence['id'], TLInstancePresence>()
    const clientIds = new Set<number>()
    const fallbackPageId = editor.getCurrentPageId()
    for (const person of people.get()) {
      for (const { clientId } of person.connections) {
        if (clientId === awareness.clientID) continue
        const state = readState(awareness.getStates().get(clientId))
        const presence = describe(clientId, person, state, fallbackPageId)
        wanted.set(presence.id, presence)
        clientIds.add(clientId)
        cursors.name(clientId, presence.userName, presence.color)
        cursors.place(clientId, presence.currentPageId === fallbackPageId)
        cursors.light(clientId, state.laser === true && (person.role === 'facilitator' || isLaserForAll.get()))
        const point = early.get(clientId)
        if (point) cursors.move(clientId, point)
        early.delete(clientId)
      }
    }
    cursors.keepOnly(clientIds)
    const gone = [...shown].filter((id) => !wanted.has(id))
    const changed = [...wanted.values()].flatMap((presence) => {
      const known = editor.store.get(presence.id)
      const next = shareStructure(known, presence)
      return next === known ? [] : [next]
    })
    if (gone.length === 0 && changed.length === 0) return
    for (const { id } of changed) shown.add(id)
    for (const id of gone) shown.delete(id)
    editor.store.mergeRemoteChanges(() => {
      switchOffSideEffects(editor.store.sideEffects)
      editor.store.put(changed)
      editor.store.remove(gone)
    })
  }

  const frame = createFrameScheduler(update)
  const stops = [
    cursors.follow(editor),
    connection.onCursors((moved) => {
      for (const { clientId, point } of moved) {
        if (!cursors.move(clientId, point)) early.set(clientId, point)
      }
    }),
    people.subscribe(frame.request),
    react('who has a laser, and is here', () => {
      isLaserForAll.get()
      editor.getCurrentPageId()
      frame.request()
    }),
  ]
  awareness.on('change', frame.request)
  frame.request()

  return () => {
    for (const stop of stops) stop()
    awareness.off('change', frame.request)
    frame.cancel()
    // The store outlives the editor: whoever shows people next begins with none.
    editor.store.mergeRemoteChanges(() => editor.store.remove([...shown]))
  }
}

function readState(state: unknown): AwarenessState {
  const parsed = awarenessStateSchema.safeParse(state)
  return parsed.success ? parsed.data : {}
}

function describe(
  clientId: number,
  person: Person,
  state: AwarenessState,
  fallbackPageId: TLPageId,
): TLInstancePresence {
  const { view, selection, following, editing, pageId } = state
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(String(clientId)),
    userId: userIdOf(clientId),
    userName: person.name,
    color: personColours[person.colour % personColours.length] ?? personColours[0],
    currentPageId: pageId && isPageId(pageId) ? pageId : fallbackPageId,
    // To tldraw nobody has a pointer, or has moved: it would draw people itself, and all of them whenever the view moves.
    cursor: null,
    lastActivityTimestamp: 0,
    selectedShapeIds: (selection ?? []).filter(isShapeId),
    followingUserId: following === undefined || following === null ? null : userIdOf(following),
    // tldraw works a view out from a camera and a screen; a screen of one unit for each pixel says the same.
    camera: view ? { x: -view.x, y: -view.y, z: 1 } : null,
    screenBounds: view ? { x: 0, y: 0, w: view.w, h: view.h } : null,
    meta: editing ? { editing } : {},
  })
}
