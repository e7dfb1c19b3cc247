import { type CursorsResult, type CursorsTask, runCursors } from './tasks/cursors.ts'

/**
 * The load generator: a process of its own, on a core of its own, so that it takes nothing from the server. It is told
 * one task after another by the process that started it, and answers each with its result.
 */
export type Task = CursorsTask
export type TaskResults = { readonly cursors: CursorsResult }
export type Answer = { readonly result: TaskResults[Task['kind']] } | { readonly failure: string }

function run(task: Task): Promise<TaskResults[Task['kind']]> {
  switch (task.kind) {
    case 'cursors':
      return runCursors(task)
  }
}

process.on('message', (task: Task) => {
  run(task).then(
    (result) => process.send?.({ result } satisfies Answer),
    (cause: unknown) =>
      process.send?.({ failure: String(cause instanceof Error ? cause.stack : cause) } satisfies Answer),
  )
})
process.on('disconnect', () => process.exit(0))
