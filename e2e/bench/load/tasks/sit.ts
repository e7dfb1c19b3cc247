import { setTimeout as wait } from 'node:timers/promises'
import type { Line } from '../dialect.ts'
import { openCrowd, type Person } from '../person.ts'
import { awarenessFrames, firstNumber } from '../presence.ts'

/** People who come and do nothing, until they are told to leave. */
export type SitTask = { readonly kind: 'sit'; readonly lines: readonly Line[] }
export type LeaveTask = { readonly kind: 'leave' }
export type SitResult = { readonly here: number }

let sitting: Person[] = []
const settleMs = 3_000

export async function sit({ lines }: SitTask): Promise<SitResult> {
  sitting = await openCrowd(lines, {})
  for (const person of sitting) person.send(awarenessFrames(person.index)(firstNumber))
  await wait(settleMs)
  return { here: sitting.filter(({ closedWith }) => closedWith === undefined).length }
}

export async function leave(): Promise<SitResult> {
  for (const { socket } of sitting) socket.close()
  sitting = []
  return { here: 0 }
}
