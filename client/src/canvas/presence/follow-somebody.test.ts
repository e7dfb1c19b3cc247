import { atom, Box } from 'tldraw'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { innovationCafeHybrid } from '#shared/templates/cafe/innovation-cafe-hybrid.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { createHandle } from '../handle/create-handle.ts'
import { openTestBoard } from '../testing/test-boards.ts'
import { connectPeople } from '../testing/test-people.ts'
import { CursorLayer } from './cursor-layer.ts'
import { publishPresence } from './publish-presence.ts'
import { showPeople } from './show-people.ts'

beforeEach(() => {
  // tldraw leaves its frames to tests under test; here they come by themselves.
  Reflect.set(globalThis, '__FORCE_RAF_IN_TESTS__', true)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, '__FORCE_RAF_IN_TESTS__')
})

const people = [
  { name: 'Ana', role: 'facilitator', colour: 0 },
  { name: 'Sione', role: 'editor', colour: 1 },
] as const

/** Ana leads, Sione can follow her; each has an editor with a window of its own size. */
function twoAtTables() {
  const windows = [new Box(0, 0, 1_600, 900), new Box(0, 0, 400, 800)]
  const opened = connectPeople(people, templateRecords(innovationCafeHybrid)).map((connection, i) => {
    const { editor, board, context } = openTestBoard(connection.doc, people[i]?.role ?? 'viewer', `participant-${i}`)
    editor.updateViewportScreenBounds(windows[i] ?? new Box())
    const open = createHandle(editor, context, board.binding)
    const stops = [
      showPeople(editor, connection, new CursorLayer(), atom('laser for all', true)),
      publishPresence(editor, connection, () => false),
      open.stop,
    ]
    onTestFinished(() => {
      for (const stop of stops) stop()
      board.binding.close()
      editor.dispose()
    })
    return { editor, handle: open.handle, clientId: connection.doc.clientID }
  })
  const [ana, sione] = opened
  if (!ana || !sione) throw new Error('Two people are needed.')
  const settle = () => vi.advanceTimersByTime(3_000)
  settle()
  const goTo = (heading: number) => {
    const zone = ana.handle.zones.get()[heading]
    if (!zone) throw new Error('The template has too few zones.')
    ana.handle.goToZone(zone.id)
    settle()
  }
  const middleOf = ({ editor }: typeof ana) => editor.getViewportPageBounds().center
  /** Views travel as whole units. */
  const isAt = (one: typeof ana, other: typeof ana) => middleOf(one).dist(middleOf(other)) < 2
  return { ana, sione, settle, goTo, middleOf, isAt }
}

test('it is known at which zone somebody else looks, and of a stranger nothing', () => {
  const { ana, sione, goTo } = twoAtTables()
  goTo(3)
  const zone = ana.handle.zones.get()[3]
  expect(sione.handle.zonesSeenBy(ana.clientId)).toEqual([zone?.id])
  expect(sione.handle.zonesSeenBy(0)).toBeUndefined()
})

describe('who follows somebody', () => {
  test('goes with her from zone to zone, and sees all that she sees', () => {
    const { ana, sione, settle, goTo, isAt } = twoAtTables()
    goTo(0)
    expect(isAt(sione, ana)).toBe(false)
    sione.handle.follow(ana.clientId)
    settle()
    for (const zone of [3, 1, 5]) {
      goTo(zone)
      expect(isAt(sione, ana)).toBe(true)
      const [hers, his] = [ana.editor.getViewportPageBounds(), sione.editor.getViewportPageBounds()]
      expect(his.clone().expandBy(2).contains(hers)).toBe(true)
    }
    expect(sione.handle.following.get()).toBe(ana.clientId)
  })

  test('stays where she is from her own scroll on', () => {
    const { ana, sione, settle, goTo, middleOf, isAt } = twoAtTables()
    sione.handle.follow(ana.clientId)
    goTo(2)
    expect(sione.handle.following.get()).toBe(ana.clientId)
    expect(isAt(sione, ana)).toBe(true)
    sione.editor.dispatch({
      ...{ type: 'wheel', name: 'wheel', delta: { x: 0, y: -120, z: 0 }, point: { x: 200, y: 400, z: 0 } },
      ...{ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false },
    })
    settle()
    expect(sione.handle.following.get()).toBeNull()
    const stayed = middleOf(sione)
    goTo(4)
    expect(middleOf(sione)).toEqual(stayed)
    expect(isAt(sione, ana)).toBe(false)
  })
})
