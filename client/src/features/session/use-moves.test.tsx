import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Commander } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle, ZoneSummary } from '../../canvas/canvas-handle.ts'
import { createWritable } from '../../sync/readable.ts'
import { SessionContext, type SessionPlace } from './session-context.ts'
import { sessionView, step } from './test-session-view.ts'
import { type ComingMove, useMoves } from './use-moves.ts'

const mele: Commander = { participantId: 'mele', name: 'Mele', role: 'editor' }
const map: ZoneSummary = {
  ...{ id: 'shape:map', pageId: 'page:page', key: 'map', order: 1, heading: 'Map', name: 'Map', prompt: '' },
  ...{ noteKinds: [], isVotable: false, cells: [], told: [], fields: [] },
}
const steps = [step('one'), step('two', { zones: ['map'] })]

let root: Root
let coming: ComingMove | undefined
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
})

function Probe() {
  coming = useMoves()
  return null
}

/** Mele's board while the first step runs. */
async function board() {
  const session = createWritable<SessionView | undefined>(sessionView({ steps, run: 'one' }))
  const wentCount = createWritable(0)
  const bringToZones = vi.fn<CanvasHandle['bringToZones']>()
  const canvas: Partial<CanvasHandle> = {
    ...{ zones: createWritable<readonly ZoneSummary[]>([map]), wentCount, bringToZones },
  }
  const desk: Partial<SessionPlace['desk']> = { session, self: createWritable<Commander | undefined>(mele) }
  const place: Partial<SessionPlace> = { canvas: canvas as CanvasHandle, desk: desk as SessionPlace['desk'] }
  await act(async () =>
    root.render(
      <SessionContext value={place as SessionPlace}>
        <Probe />
      </SessionContext>,
    ),
  )
  bringToZones.mockClear()
  return {
    bringToZones,
    announce: () => act(async () => session.set(sessionView({ steps, run: 'two' }))),
    goSomewhere: () => act(async () => wentCount.set(wentCount.get() + 1)),
  }
}

test('a move that is announced is made, unless she goes somewhere herself first', async () => {
  const { bringToZones, announce, goSomewhere } = await board()
  await announce()
  expect(coming?.zones).toEqual(['map'])
  await goSomewhere()
  expect(coming).toBeUndefined()
  expect(bringToZones).not.toHaveBeenCalled()
})

test('where she went before it was announced does not keep her', async () => {
  const { bringToZones, announce, goSomewhere } = await board()
  await goSomewhere()
  await announce()
  await act(async () => coming?.go())
  expect(bringToZones).toHaveBeenCalledWith(['shape:map'])
  expect(coming).toBeUndefined()
})
