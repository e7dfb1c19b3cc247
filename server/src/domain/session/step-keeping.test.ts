import { expect, test } from 'vitest'
import type { Notice } from '#shared/protocol/messages.ts'
import { having, session } from '#shared/session/testing/sessions.ts'
import { dueRecordOf } from './left-step.ts'
import type { StepRecord } from './session-store.ts'
import { createStepKeeping } from './step-keeping.ts'

const words = { title: { en: 'one' }, tables: null, people: [], notesByZone: null, checkpointId: null } as const
const by = { participantId: 'fay', name: 'Fay' }

function keeping({ isDiskFull = false, version = '7', due = [] as { boardId: string; record: StepRecord }[] } = {}) {
  const records: StepRecord[] = []
  const notices: Notice[] = []
  const logged: string[] = []
  const board = { version, checkpoints: 0 }
  const log = (_: unknown, sentence: string) => void logged.push(sentence)
  const steps = createStepKeeping({
    store: { keepStepRecord: async (record) => void records.push(record), listDue: async () => due },
    rooms: {
      readRecords: async () => [{ id: 'shape:one', typeName: 'shape', type: 'note', parentId: 'page:page' }],
      versionOf: async () => board.version,
      takePeopleSeen: () => [],
      notifyFacilitators: (_, notice) => void notices.push(notice),
    },
    async saveCheckpoint(boardId, title) {
      if (isDiskFull) throw new Error('the disk is full')
      board.checkpoints += 1
      const facts = { kind: 'step', createdAtMs: 1, createdBy: 'fay', createdByName: 'Fay' } as const
      return { id: `checkpoint-${board.checkpoints}`, boardId, title, ...facts, shapeCount: 1, bytes: 1 }
    },
    logger: { info: log, warn: log, error: log },
  })
  return { steps, records, notices, logged, board }
}

/** Fay goes on after so long. */
async function leaveAfter(steps: ReturnType<typeof keeping>['steps'], ms: number): Promise<void> {
  const started = having(session(), { type: 'start' })
  const next = having(started, [{ type: 'next' }, { nowMs: 1_000_000 + ms }])
  const due = dueRecordOf({ before: started, after: next })
  if (due) steps.left(started.boardId, due, by)
  await steps.settled(started.id)
}

test('[SE5] a step that lasted is kept, with what was outside of all zones', async () => {
  const { steps, records, notices } = keeping()
  steps.entered(having(session(), { type: 'start' }))
  await leaveAfter(steps, 60_000)
  expect(records).toMatchObject([{ stepId: 'one', checkpointId: 'checkpoint-1', notesByZone: { '': 1 } }])
  expect(notices).toEqual([])
})

test('[SE5] one that was passed through is only noted, unless somebody was quick', async () => {
  const quiet = keeping()
  quiet.steps.entered(having(session(), { type: 'start' }))
  await leaveAfter(quiet.steps, 2_000)
  expect(quiet.records).toMatchObject([{ checkpointId: null, notesByZone: null }])
  const busy = keeping()
  busy.steps.entered(having(session(), { type: 'start' }))
  await Promise.resolve()
  busy.board.version = '8'
  await leaveAfter(busy.steps, 2_000)
  expect(busy.records).toMatchObject([{ checkpointId: 'checkpoint-1' }])
})

test('[SE5] what cannot be kept is logged and told to facilitators, and the step is in the record all the same', async () => {
  const { steps, records, notices, logged } = keeping({ isDiskFull: true })
  await leaveAfter(steps, 60_000)
  expect(notices).toEqual([{ code: 'step_not_kept', title: 'one' }])
  expect(logged).toEqual(['The board was not kept as a step left it.'])
  expect(records).toMatchObject([{ stepId: 'one', checkpointId: null, notesByZone: null }])
})

test('[SE5] what was due when the server was lost is kept once it is back, and says that it came late', async () => {
  const record = { ...words, sessionId: 'cafe', stepId: 'one', enteredAtMs: 1, leftAtMs: 2, keeping: 'due' } as const
  const { steps, records } = keeping({ due: [{ boardId: 'board', record }] })
  await steps.resume()
  await steps.settled('cafe')
  expect(records).toEqual([{ ...record, keeping: 'late', notesByZone: { '': 1 }, checkpointId: 'checkpoint-1' }])
})
