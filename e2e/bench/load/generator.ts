import { type CafeResult, type CafeTask, runCafe } from './tasks/cafe.ts'
import { type CursorsResult, type CursorsTask, runCursors } from './tasks/cursors.ts'
import { type DragResult, type DragTask, runDrag } from './tasks/drag.ts'
import { type JoinResult, type JoinTask, runJoin } from './tasks/join.ts'
import { runSession, type SessionResult, type SessionTask } from './tasks/session.ts'
import { type LeaveTask, leave, type SitResult, type SitTask, sit } from './tasks/sit.ts'
import { runSteps, type StepsResult, type StepsTask } from './tasks/steps.ts'
import { runStoppedReader, type StoppedReaderResult, type StoppedReaderTask } from './tasks/stopped-reader.ts'
import { runWorkshop, type WorkshopResult, type WorkshopTask } from './tasks/workshop.ts'

/**
 * The load generator: a process of its own, on a core of its own, so that it takes nothing from the server. It is told
 * one task after another by the process that started it, and answers each with its result.
 */
export type Task =
  | CursorsTask
  | WorkshopTask
  | JoinTask
  | StoppedReaderTask
  | StepsTask
  | SitTask
  | LeaveTask
  | DragTask
  | SessionTask
  | CafeTask
export type TaskResults = {
  readonly cursors: CursorsResult
  readonly workshop: WorkshopResult
  readonly join: JoinResult
  readonly 'stopped-reader': StoppedReaderResult
  readonly steps: StepsResult
  readonly sit: SitResult
  readonly leave: SitResult
  readonly drag: DragResult
  readonly session: SessionResult
  readonly cafe: CafeResult
}
export type Answer = { readonly result: TaskResults[Task['kind']] } | { readonly failure: string }

function run(task: Task): Promise<TaskResults[Task['kind']]> {
  switch (task.kind) {
    case 'cursors':
      return runCursors(task)
    case 'workshop':
      return runWorkshop(task)
    case 'join':
      return runJoin(task)
    case 'stopped-reader':
      return runStoppedReader(task)
    case 'steps':
      return runSteps(task)
    case 'sit':
      return sit(task)
    case 'drag':
      return runDrag(task)
    case 'session':
      return runSession(task)
    case 'cafe':
      return runCafe(task)
    case 'leave':
      return leave()
  }
}

process.on('message', (message: Task | object) => {
  // A reply to a question is for whoever asked.
  if (!('kind' in message)) return
  run(message).then(
    (result) => process.send?.({ result } satisfies Answer),
    (cause: unknown) =>
      process.send?.({ failure: String(cause instanceof Error ? cause.stack : cause) } satisfies Answer),
  )
})
process.on('disconnect', () => process.exit(0))
