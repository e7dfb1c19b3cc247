import { readFileSync } from 'node:fs'

export type Usage = {
  /** All threads, user and system; undefined where there is no /proc. */
  readonly cpuMs: number | undefined
  readonly residentBytes: number | undefined
  /** How long its main thread was ready and had to wait, because something else had the core. */
  readonly waitedMs: number | undefined
}

/** Linux counts in hundredths of a second for every program, whatever its own clock. */
const msPerTick = 10

export function readUsage(pid: number): Usage {
  return { cpuMs: readCpuMs(pid), residentBytes: readResidentBytes(pid), waitedMs: readWaitedMs(pid) }
}

function readCpuMs(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The second field is the program's name in brackets and may hold spaces; what follows it is numbered from the third.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

function readResidentBytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}

function readWaitedMs(pid: number): number | undefined {
  const nanoseconds = read(`/proc/${pid}/schedstat`)?.split(' ')[1]
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1_000_000
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Another system, or the process has ended: there is nothing to say.
    return undefined
  }
}
