import type { DeliveryResult } from '../load/deliveries.ts'
import type { WindowResult } from '../load/window.ts'
import type { Measurement } from '../report/measurement.ts'
import type { Column } from '../report/tables.ts'

/** What every scenario with pointers in it says of them. */
export const presenceColumns: readonly Column[] = [
  { value: 'p50', title: 'p50 ms', unit: 'ms' },
  { value: 'p95', title: 'p95 ms', unit: 'ms' },
  { value: 'p99', title: 'p99 ms', unit: 'ms' },
  { value: 'arrived', title: 'arrived', unit: 'share' },
  { value: 'skipped', title: 'a newer one in its place', unit: 'share' },
]

export function presenceValues({ latency, shareArrived, shareSkipped }: DeliveryResult): Measurement['values'] {
  const { p50, p95, p99 } = latency
  return { p50, p95, p99, arrived: shareArrived, skipped: shareSkipped }
}

/** In milliseconds; undefined where the system does not tell, or nothing arrived. */
export function cpuPerDelivery(
  { serverCpuMs }: WindowResult,
  { deliveredInWindow }: DeliveryResult,
): number | undefined {
  return serverCpuMs === undefined || deliveredInWindow === 0 ? undefined : serverCpuMs / deliveredInWindow
}
