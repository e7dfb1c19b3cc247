import { atom } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { openTestBoard } from '../testing/test-boards.ts'
import { connectPeople, type TestPerson } from '../testing/test-people.ts'
import { CursorLayer } from './cursor-layer.ts'
import { publishPresence } from './publish-presence.ts'
import { readEditing, showPeople } from './show-people.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Ana's editor and both connections; Sione is only what he says of himself. */
function anaLooks(role: Role = 'editor') {
  const people: TestPerson[] = [
    { name: 'Ana', role: 'facilitator', colour: 0 },
    { name: 'Sione', role, colour: 1 },
  ]
  const [ana, sione] = connectPeople(people, [])
  if (!ana || !sione) throw new Error('Two people are needed.')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeNewBoard([]))
  const { editor } = openTestBoard(doc, 'facilitator', 'participant-0')
  const cursors = new CursorLayer()
  const isLaserForAll = atom('laser for all', true)
  const stop = showPeople(editor, ana, cursors, isLaserForAll)
  const settle = () => vi.advanceTimersByTime(1_500)
  return { editor, ana, sione, cursors, isLaserForAll, stop, settle }
}

test("shows somebody's pointer under the name and colour that the server gave her", () => {
  const { editor, sione, cursors, settle } = anaLooks()
  const layer = document.createElement('div')
  cursors.attach(layer)
  sione.publishCursor({ x: 10, y: 20 })
  settle()
  editor.setCamera({ x: 5, y: 0, z: 2 }, { immediate: true })
  const [cursor] = layer.children
  expect(cursor).toHaveProperty('textContent', 'Sione')
  expect(cursor).toHaveProperty('hidden', false)
  expect(cursor?.getAttribute('style')).toContain('translate(30.0px, 40.0px)')
  expect(cursor?.querySelector('path')?.getAttribute('fill')).toBe('#A8324A')
})

test('takes of awareness what parses, and of the rest nothing', () => {
  const { editor, sione, settle } = anaLooks()
  sione.awareness.setLocalState({ editing: 'shape:a', selection: ['shape:a', 'no shape'] })
  settle()
  const [shown] = editor.getCollaborators()
  expect(shown?.selectedShapeIds).toEqual(['shape:a'])
  expect(shown && readEditing(shown)).toBe('shape:a')
  sione.awareness.setLocalState({ editing: { of: 'nothing' }, view: 'all' })
  settle()
  const [after] = editor.getCollaborators()
  expect(after && readEditing(after)).toBeUndefined()
  expect(after?.camera).toBeNull()
})

test('[PR17] shows a laser of who may have one: facilitators always, others as the step says', () => {
  const { sione, cursors, isLaserForAll, settle } = anaLooks()
  const lights = vi.spyOn(cursors, 'light')
  const isLit = () => lights.mock.lastCall?.[1]
  sione.awareness.setLocalState({ laser: true })
  settle()
  expect(isLit()).toBe(true)
  isLaserForAll.set(false)
  settle()
  expect(isLit()).toBe(false)
  const led = anaLooks('facilitator')
  led.isLaserForAll.set(false)
  const ledLights = vi.spyOn(led.cursors, 'light')
  led.sione.awareness.setLocalState({ laser: true })
  led.settle()
  expect(ledLights.mock.lastCall?.[1]).toBe(true)
  led.sione.awareness.setLocalState({ laser: 'yes' })
  led.settle()
  expect(ledLights.mock.lastCall?.[1]).toBe(false)
})

test('[PR17] says that one points with the laser at once, and that it is over', () => {
  const { editor, ana, settle } = anaLooks()
  const stop = publishPresence(editor, ana, () => false)
  settle()
  const laser = () => ana.awareness.getLocalState()?.laser
  expect(laser()).toBe(false)
  editor.setCurrentTool('laser.lasering')
  vi.advanceTimersByTime(20)
  expect(laser()).toBe(true)
  editor.setCurrentTool('laser.idle')
  vi.advanceTimersByTime(20)
  expect(laser()).toBe(false)
  stop()
})

test('lets go of people when it stops', () => {
  const { editor, stop, settle } = anaLooks()
  settle()
  expect(editor.getCollaborators()).toHaveLength(1)
  stop()
  expect(editor.getCollaborators()).toHaveLength(0)
})

test('tells the others what one does only when it changes', () => {
  const { editor, ana, settle } = anaLooks()
  const stop = publishPresence(editor, ana, () => false)
  settle()
  expect(ana.awareness.getLocalState()).toMatchObject({ pageId: 'page:page', editing: null, selection: [] })
  let told = 0
  ana.awareness.on('update', () => {
    told += 1
  })
  settle()
  expect(told).toBe(0)
  editor.createShape({ type: 'geo', x: 0, y: 0 })
  editor.selectAll()
  settle()
  expect(told).toBe(1)
  stop()
})
