import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import { newSession, planFromTemplate } from '#shared/session/plan-from-template.ts'
import { type SessionView, viewOf } from '#shared/session/view.ts'
import { designSprintWeek } from '#shared/templates/sprint/design-sprint-week.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { createHandle } from '../../canvas/handle/create-handle.ts'
import { keepCamera } from '../../canvas/keep-camera.ts'
import { openTestBoard } from '../../canvas/testing/test-boards.ts'
import { connectDoc } from '../../canvas/testing/test-people.ts'
import { openRehearsalLine, type RehearsalLine } from '../../sync/rehearsal-line.ts'
import { createRehearsalDesk } from './rehearsal-desk.ts'

const fay = { participantId: 'participant', name: 'Fay', role: 'facilitator' } as const
const hourMs = 3_600_000
const urls = { createObjectURL: vi.fn(() => 'blob:sketch'), revokeObjectURL: vi.fn() }

let live: ReturnType<typeof connectDoc>
let line: RehearsalLine
let stored: readonly string[]
/** tldraw's own entry says which colour somebody has, on all boards. */
const storage = () =>
  [localStorage, sessionStorage].flatMap((kept) => Object.keys(kept)).filter((key) => key.startsWith('tablecloth'))
beforeEach(() => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeNewBoard(templateRecords(designSprintWeek)))
  live = connectDoc(doc, 'facilitator')
  line = openRehearsalLine(live, urls)
  stored = storage()
})
afterEach(() => line.close())

function plannedWeek(): SessionView {
  let ids = 0
  const given = {
    ...{ title: 'Ferry tickets', startsAtMs: null, timeZone: 'Pacific/Fiji', meetingUrl: null, expectedPeople: 7 },
    format: 'hybrid',
  } as const
  const newId = () => {
    ids += 1
    return `step-${ids}`
  }
  const plan = planFromTemplate(designSprintWeek, given, newId)
  return viewOf(newSession('week', live.boardId, plan, null), fay)
}

test('a rehearsal of the sprint week goes through all days and pages, and leaves the board, the session and the device as they were', async () => {
  const [before, peopleBefore] = [Y.encodeStateAsUpdate(live.doc), [...live.awareness.getStates()]]
  const heard = vi.fn()
  live.doc.on('update', heard)
  live.awareness.on('update', heard)
  const planned = plannedWeek()
  const plannedBefore = structuredClone(planned)
  let nowMs = Date.UTC(2026, 10, 23, 9)
  const desk = createRehearsalDesk(planned, fay, { nowMs: () => nowMs, newId: () => `new-${nowMs}` })
  const { editor, context, board, note } = openTestBoard(line.connection.doc, 'facilitator', fay.participantId)
  const { handle, stop } = createHandle(editor, context, board.binding)
  const stopKeeping = keepCamera(editor, line.connection, 'ltr')
  const say = async (command: SessionCommand) => expect(await desk.send(command)).toEqual({ status: 'done' })
  const allZones = handle.zones.get()
  const zonesOf = (keys: readonly string[]) => allZones.filter(({ key }) => keys.includes(key))

  await say({ type: 'start' })
  const [pages, days] = [new Set<string>(), new Set<number>()]
  for (let left = planned.plan.steps.length; left > 0; left -= 1) {
    const { run, plan } = desk.session.get() ?? planned
    if (run.status !== 'running') throw new Error(`the rehearsal is ${run.status}`)
    const step = plan.steps.find(({ id }) => id === run.stepId)
    if (!step) throw new Error('there is no step')
    const zones = zonesOf(step.zones)
    if (zones.length > 0) handle.bringToZones(zones.map(({ id }) => id))
    pages.add(handle.pageId.get())
    if (step.goesOn) days.add(left)
    const id = zones[0] && handle.addNote(zones[0].id, `said in ${step.title.en}`)
    for (const into of id === undefined ? [] : zonesOf(step.feeds))
      handle.items.copyInto([{ id: id ?? '', text: '', zoneKey: undefined, zoneId: into.id }])
    nowMs += step.goesOn ? 16 * hourMs : hourMs
    await say(left === 1 ? { type: 'end' } : { type: 'next' })
  }
  note()
  handle.addPage('Parking')
  line.pictures.add({ assetId: 'asset:sketch', file: new File(['ink'], 'sketch.png') } as never)
  board.binding.flush()

  expect([pages.size, days.size]).toEqual([6, 5])
  expect(desk.session.get()?.run.status).toBe('ended')
  expect(Y.encodeStateAsUpdate(line.connection.doc).byteLength).toBeGreaterThan(before.byteLength)
  stop()
  stopKeeping()
  line.close()
  expect(heard).not.toHaveBeenCalled()
  expect(Y.encodeStateAsUpdate(live.doc)).toEqual(before)
  expect([...live.awareness.getStates()]).toEqual(peopleBefore)
  expect(planned).toEqual(plannedBefore)
  expect(storage()).toEqual(stored)
  expect(urls.revokeObjectURL).toHaveBeenCalledWith('blob:sketch')
})

test('the next rehearsal begins as the first did, wherever the one before ended', () => {
  const editorOn = () => {
    const { editor } = openTestBoard(line.connection.doc, 'facilitator', fay.participantId)
    return { editor, stop: keepCamera(editor, line.connection, 'ltr') }
  }
  const first = editorOn()
  const [beginning, last] = [first.editor.getCurrentPageId(), first.editor.getPages().at(-1)]
  if (last) first.editor.setCurrentPage(last.id)
  first.stop()
  line.close()
  line = openRehearsalLine(live, urls)
  const next = editorOn()
  expect(next.editor.getCurrentPageId()).toBe(beginning)
  next.stop()
})
