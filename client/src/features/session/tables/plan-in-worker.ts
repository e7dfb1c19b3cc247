import type { RotationPlan } from '#shared/session/tables/seating.ts'
import type { RotationOrder } from './rotation-worker.ts'

/** Plans a rotation beside the page. @throws when the signal ends it, or the worker does not come up. */
export function planInWorker(order: RotationOrder, signal: AbortSignal): Promise<RotationPlan> {
  const worker = new Worker(new URL('./rotation-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<RotationPlan>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onmessage = ({ data }: MessageEvent<RotationPlan>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(`no rotation was planned: ${message}`))
    worker.postMessage(order)
  }).finally(() => worker.terminate())
}
