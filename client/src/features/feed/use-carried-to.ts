import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import type { CarriedToBoard } from '#shared/http/feeds.ts'
import { listCarriedTo } from '../../api/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** A copy on another board that is open to the reader. */
export type CarriedTo = Pick<CarriedToBoard['copies'][number], 'id' | 'zone' | 'heading'> & {
  readonly boardId: string
  readonly title: string
}
export type CarriedToBoards = ReadonlyMap<string, readonly CarriedTo[]>

/** Where on other boards there are copies of what lies here, by what they are copies of. Empty without a line. */
export function useCarriedTo(): CarriedToBoards {
  const { boardId = '' } = useParams()
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: queryKeys.carriedToIn(boardId, language),
    queryFn: ({ signal }) => listCarriedTo(boardId, language, signal),
    enabled: boardId !== '',
    staleTime: askedAnewAfterMs,
  })
  return useMemo(() => byOriginal(data ?? []), [data])
}

/** Of each board one copy: there the others are beside it. */
function byOriginal(boards: readonly CarriedToBoard[]): CarriedToBoards {
  const byId = new Map<string, CarriedTo[]>()
  for (const { id: boardId, title, copies } of boards) {
    for (const { of, ...copy } of copies) {
      const known = byId.get(of) ?? []
      if (known.at(-1)?.boardId !== boardId) byId.set(of, [...known, { ...copy, boardId, title }])
    }
  }
  return byId
}

const askedAnewAfterMs = 60_000
