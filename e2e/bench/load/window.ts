import { type EventLoopUtilization, performance } from 'node:perf_hooks'
import type { Person } from './person.ts'
import { readUsage, type Usage } from './process-usage.ts'

/** What a stretch of time cost the server, the line and the generator. */
export type WindowResult = {
  readonly ms: number
  /** Share of one core; undefined where the system does not tell. */
  readonly serverCore: number | undefined
  readonly serverCpuMs: number | undefined
  readonly serverResidentBytes: number | undefined
  /** To each person, over the wire. */
  readonly bytesInPerPersonPerSecond: number
  /** Share of the time in which another program, or a thread of its own, had the server's core when it wanted it. */
  readonly serverWaited: number
  readonly generatorWaited: number
  /** Share of the generator's own time that it was busy. */
  readonly generatorBusy: number
}

export type Window = { close(): WindowResult }

export function openWindow(people: readonly Person[], serverPid: number): Window {
  const startedAt = performance.now()
  const before: Usage = readUsage(serverPid)
  const ownBefore = readUsage(process.pid)
  const bytesBefore = totalBytes(people)
  const loopBefore: EventLoopUtilization = performance.eventLoopUtilization()
  return {
    close() {
      const ms = performance.now() - startedAt
      const after = readUsage(serverPid)
      const serverCpuMs =
        after.cpuMs === undefined || before.cpuMs === undefined ? undefined : after.cpuMs - before.cpuMs
      return {
        ms,
        serverCpuMs,
        serverCore: serverCpuMs === undefined ? undefined : serverCpuMs / ms,
        serverResidentBytes: after.residentBytes,
        bytesInPerPersonPerSecond: (totalBytes(people) - bytesBefore) / Math.max(people.length, 1) / (ms / 1_000),
        serverWaited: ((after.waitedMs ?? 0) - (before.waitedMs ?? 0)) / ms,
        generatorWaited: ((readUsage(process.pid).waitedMs ?? 0) - (ownBefore.waitedMs ?? 0)) / ms,
        generatorBusy: performance.eventLoopUtilization(loopBefore).utilization,
      }
    },
  }
}

function totalBytes(people: readonly Person[]): number {
  return people.reduce((sum, { socket }) => sum + socket.bytesRead, 0)
}
