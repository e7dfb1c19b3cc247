import { describe, expect, test } from 'vitest'
import { createWritable } from '../../sync/readable.ts'
import { type Answer, type CommandRequest, createLiveDesk } from './live-desk.ts'
import { sessionView } from './test-session-view.ts'

const ana = { participantId: 'ana', name: 'Ana', role: 'facilitator' } as const

function openDesk(view = sessionView()) {
  const heard = createWritable<typeof view | undefined>(view)
  const requests: CommandRequest[] = []
  const answers: ((answer: Answer) => void)[] = []
  const waits: (() => void)[] = []
  let ids = 0
  const desk = createLiveDesk({
    heard,
    self: createWritable<typeof ana | undefined>(ana),
    nowMs: () => 1_000,
    newId: () => `id-${++ids}`,
    post: (request) => {
      requests.push(request)
      return new Promise((resolve) => answers.push(resolve))
    },
    wait: () => new Promise((resolve) => waits.push(resolve)),
  })
  const answer = async (next: Answer) => {
    answers.shift()?.(next)
    await settle()
  }
  const wake = async () => {
    waits.shift()?.()
    await settle()
  }
  return { desk, heard, requests, answer, wake, view }
}

/** Promises that are ready run before the next task. */
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('saying something to a session', () => {
  test('shows at once what it will do', () => {
    const { desk } = openDesk()
    void desk.send({ type: 'start' })
    expect(desk.session.get()?.run).toMatchObject({ status: 'running', stepId: 'one' })
    expect(desk.sending.get()).toBe('sending')
  })

  test('keeps what the server answers, and does not fall back to what was heard before it', async () => {
    const { desk, heard, answer, view } = openDesk()
    const sent = desk.send({ type: 'freeze', isFrozen: true })
    const attention = { ...view.attention, isFrozen: true }
    await answer({ status: 'taken', session: { ...view, version: 5, attention } })
    expect(await sent).toEqual({ status: 'done' })
    heard.set({ ...view, version: 4 })
    expect(desk.session.get()).toMatchObject({ version: 5, attention: { isFrozen: true } })
    expect(desk.sending.get()).toBe('idle')
  })

  test('of a stale version shows what is now and says so', async () => {
    const { desk, answer, view } = openDesk(sessionView({ run: 'two' }))
    const sent = desk.send({ type: 'next' })
    expect(desk.session.get()?.run).toMatchObject({ stepId: 'three' })
    await answer({ status: 'stale', session: { ...sessionView({ run: 'one' }), version: view.version + 1 } })
    expect(await sent).toEqual({ status: 'stale' })
    expect(desk.session.get()?.run).toMatchObject({ stepId: 'one' })
  })

  test('takes back what was refused', async () => {
    const { desk, answer } = openDesk()
    const sent = desk.send({ type: 'start' })
    await answer({ status: 'refused', code: 'not_allowed' })
    expect(await sent).toEqual({ status: 'refused', code: 'not_allowed' })
    expect(desk.session.get()?.run.status).toBe('planned')
  })

  test('is tried again with the same key until somebody answers', async () => {
    const { desk, requests, answer, wake, view } = openDesk()
    const sent = desk.send({ type: 'start' })
    await answer({ status: 'later', isBusy: false })
    expect(desk.sending.get()).toBe('waiting')
    expect(desk.session.get()?.run.status).toBe('running')
    await wake()
    await answer({ status: 'taken', session: { ...view, version: 2 } })
    expect(await sent).toEqual({ status: 'done' })
    expect(requests).toHaveLength(2)
    expect(requests[1]).toEqual(requests[0])
  })

  test('twice sends the second on what the first has made', async () => {
    const { desk, requests, answer, view } = openDesk(sessionView({ run: 'one' }))
    const both = Promise.all([desk.send({ type: 'next' }), desk.send({ type: 'next' })])
    expect(desk.session.get()?.run).toMatchObject({ stepId: 'three' })
    expect(requests).toHaveLength(1)
    await answer({ status: 'taken', session: { ...sessionView({ run: 'two' }), version: view.version + 1 } })
    expect(requests[1]).toMatchObject({ version: view.version + 1 })
    await answer({ status: 'taken', session: { ...sessionView({ run: 'three' }), version: view.version + 2 } })
    expect(await both).toEqual([{ status: 'done' }, { status: 'done' }])
  })

  test('is not shown twice where it is heard of before the answer', async () => {
    const { desk, heard, view } = openDesk(sessionView({ run: 'one' }))
    void desk.send({ type: 'next' })
    heard.set({ ...sessionView({ run: 'two' }), version: view.version + 1 })
    expect(desk.session.get()?.run).toMatchObject({ stepId: 'two' })
    void desk.send({ type: 'next' })
    expect(desk.session.get()?.run).toMatchObject({ stepId: 'three' })
  })

  test('says of what waits as of when it was said, where somebody else has led on meanwhile: no step is skipped', async () => {
    const { desk, heard, requests, answer, view } = openDesk(sessionView({ run: 'one' }))
    void desk.send({ type: 'freeze', isFrozen: true })
    void desk.send({ type: 'next' })
    const led = { ...sessionView({ run: 'two' }), version: view.version + 1, stepVersion: view.version + 1 }
    heard.set(led)
    await answer({ status: 'taken', session: { ...led, version: view.version + 2 } })
    expect(requests[1]).toMatchObject({ command: { type: 'next' }, version: view.version })
  })

  test('knows a step that it adds by the name that it will have', async () => {
    const { desk, heard, requests, answer, view } = openDesk()
    void desk.send({ type: 'copy_step', stepId: 'one' })
    const ids = () => desk.session.get()?.plan.steps.map(({ id }) => id)
    const expected = ids()
    heard.set({ ...view })
    expect(ids()).toEqual(expected)
    const [first, copy] = [expected?.[0], expected?.[1] ?? '']
    expect([first, copy]).toEqual(['one', requests[0]?.key])
    void desk.send({ type: 'update_step', stepId: copy, changes: { minutes: 9 } })
    expect(desk.session.get()?.plan.steps[1]).toMatchObject({ id: copy, minutes: 9 })
    const [one] = view.plan.steps
    const steps = view.plan.steps.toSpliced(1, 0, ...(one ? [{ ...one, id: copy }] : []))
    const copied = { ...view, version: view.version + 1, plan: { ...view.plan, steps } }
    heard.set(copied)
    expect(ids()).toEqual(expected)
    await answer({ status: 'taken', session: copied })
    expect(ids()).toEqual(expected)
    expect(requests[1]).toMatchObject({ command: { type: 'update_step', stepId: copy } })
  })

  test('lets go of what was meant on something that did not come to be', async () => {
    const { desk, requests, answer, view } = openDesk(sessionView({ run: 'one' }))
    const both = Promise.all([desk.send({ type: 'next' }), desk.send({ type: 'next' })])
    await answer({ status: 'stale', session: { ...view, version: view.version + 1 } })
    expect(await both).toEqual([{ status: 'stale' }, { status: 'stale' }])
    expect(requests).toHaveLength(1)
    expect(desk.session.get()?.run).toMatchObject({ stepId: 'one' })
  })
})
