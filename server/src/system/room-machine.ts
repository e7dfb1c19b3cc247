import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { constants, deflateRaw, deflateRawSync, gzip } from 'node:zlib'
import type { RoomMachine } from '../domain/room/room-ports.ts'

const zip = promisify(gzip)
const deflate = promisify(deflateRaw)
/** A fifth of the time of the usual level, for 3 % more bytes. */
const quickLevel = 4
/** Of what is told many times a second every level makes about the same. */
const quickestLevel = 1
const finishFlush = constants.Z_SYNC_FLUSH
/** What follows each other in a packed board is of many kinds: shorter blocks than the usual ones suit it, by 3 %. */
const memLevel = 6
/** What a message is sent without (RFC 7692, 7.2.1). */
const tailBytes = 4
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
    compress: (bytes) => zip(bytes, { memLevel }),
    async deflate(message) {
      const packed = await deflate(message, { level: quickLevel, finishFlush })
      return packed.subarray(0, -tailBytes)
    },
    deflateNow: (message) => deflateRawSync(message, { level: quickestLevel, finishFlush }).subarray(0, -tailBytes),
  }
}
