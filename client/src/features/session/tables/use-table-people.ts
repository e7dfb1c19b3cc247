import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { guestOf } from '#shared/session/tables/guests.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { listBoardPeople } from '../../../api/sessions.ts'
import { useReadable } from '../../../ui/use-readable.ts'
import { useSession, useSessionPlace } from '../session-context.ts'
import type { DraftGuest } from './plan-draft.ts'
import type { SeatedPerson } from './seated-person.ts'

export type TablePeople = {
  /** Who should have a table: whoever writes and is here, and who has a seat and is not gone for long. */
  readonly guests: readonly DraftGuest[]
  /** Everybody who sits somewhere, or should. */
  readonly people: ReadonlyMap<string, SeatedPerson>
}

/** For facilitators: who is to be spread over tables, here or not. */
export function useTablePeople(): TablePeople {
  const { board, people: here, isRehearsal } = useSessionPlace()
  const session = useSession()
  const present = useReadable(here)
  const seated = useMemo(
    () => new Set(session?.tables.rounds.flatMap((round) => round.tables.flatMap((table) => table.people))),
    [session?.tables],
  )
  const hereIds = new Set(present.map(({ participantId }) => participantId))
  const isSomebodyMissing = [...seated].some((id) => !hereIds.has(id))
  const known = useQuery({
    queryKey: queryKeys.boardPeople(board.id),
    queryFn: ({ signal }) => listBoardPeople(board.id, signal),
    enabled: isSomebodyMissing && !isRehearsal,
  })
  return useMemo(() => {
    const { standing = [], away = [] } = session?.tables ?? {}
    const format = session?.plan.format ?? 'hybrid'
    const isHere = new Set(present.map(({ participantId }) => participantId))
    const absent = (known.data ?? []).filter(({ participantId }) => !isHere.has(participantId))
    const everybody = [...present, ...absent]
    const sits = ({ participantId, role }: (typeof everybody)[number]) =>
      seated.has(participantId) || (isHere.has(participantId) && (role === 'editor' || role === 'table'))
    const listed = everybody.filter(sits)
    return {
      guests: listed
        .filter(({ participantId }) => !away.includes(participantId) && !standing.includes(participantId))
        .map((one) => ({ ...guestOf(one, format), isDevice: one.role === 'table' })),
      people: new Map(
        listed.map(({ participantId, name, country, standsFor }) => [
          participantId,
          { participantId, name, country, headCount: standsFor, isHere: isHere.has(participantId) },
        ]),
      ),
    }
  }, [present, known.data, seated, session?.tables, session?.plan.format])
}
