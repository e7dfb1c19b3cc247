import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { RoomMachine } from '../domain/room/room-ports.ts'

const zip = promisify(gzip)
const measureEveryMs = 250

/** What rooms ask of the process they run in. */
export function createRoomMachine(): RoomMachine {
  let last = performance.eventLoopUtilization()
  let measuredAtMs = performance.now()
  let load = 0
  return {
    load() {
      const nowMs = performance.now()
      if (nowMs - measuredAtMs >= measureEveryMs) {
        const { utilization } = performance.eventLoopUtilization(last)
        // Half of it from before: one snapshot, or one large board, is no reason to slow everybody down.
        load = (load + utilization) / 2
        last = performance.eventLoopUtilization()
        measuredAtMs = nowMs
      }
      return load
    },
    compress: zip,
  }
}
