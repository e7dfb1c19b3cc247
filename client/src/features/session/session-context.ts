import { createContext, type ReactNode, use } from 'react'
import type { Board } from '#shared/http/boards.ts'
import type { Person } from '#shared/protocol/messages.ts'
import type { Step } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import type { Readable } from '../../sync/readable.ts'
import { constant, useReadable } from '../../ui/use-readable.ts'
import type { Air } from './air.ts'
import type { Chime } from './chime.ts'
import type { SessionDesk } from './session-desk.ts'

/** What the parts of a session share. */
export type SessionPlace = {
  readonly desk: SessionDesk
  readonly board: Board
  readonly people: Readable<readonly Person[]>
  readonly canvas: CanvasHandle | undefined
  /** How many notes people have written alone and not shown, by the key of their zone. */
  readonly alone: BoardConnection['alone']
  readonly isRehearsal: boolean
  /** What the page around offers to do with what came of a step. */
  readonly waysOn: ((of: StepOnBoard) => ReactNode) | undefined
  readonly chime: Chime
  readonly air: Air
  readonly savesData: Readable<boolean>
}

export type StepOnBoard = {
  readonly canvas: CanvasHandle
  readonly session: SessionView
  readonly step: Step
}

export const SessionContext = createContext<SessionPlace | undefined>(undefined)

export function useSessionPlace(): SessionPlace {
  const place = use(SessionContext)
  if (!place) throw new Error('There is no session around this part.')
  return place
}

/** What is done there must reach nothing beyond it. */
export function useIsRehearsal(): boolean {
  return useSessionPlace().isRehearsal
}

export function useIsSessionHere(): boolean {
  return use(SessionContext) !== undefined
}

/** The session as it is now; undefined where the board has none. */
export function useSession() {
  return useReadable(useSessionPlace().desk.session)
}

export function useSelf() {
  return useReadable(useSessionPlace().desk.self)
}

export function useIsFacilitator(): boolean {
  return useSelf()?.role === 'facilitator'
}

const noZones = constant<CanvasHandle['zones'] extends Readable<infer Zones> ? Zones : never>([])

/** The board's zones by name, once the canvas is there. */
export function useZones() {
  return useReadable(useSessionPlace().canvas?.zones ?? noZones)
}

/** People who are on the board now, by participant id. */
export function usePeopleById(): ReadonlyMap<string, Person> {
  const people = useReadable(useSessionPlace().people)
  return new Map(people.map((person) => [person.participantId, person]))
}
