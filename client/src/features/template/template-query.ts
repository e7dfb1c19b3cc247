import { queryOptions } from '@tanstack/react-query'
import { queryKeys } from '../../api/query-keys.ts'
import { getTemplate, listTemplates } from '../../api/templates.ts'

/** Somebody else may save one meanwhile. */
const freshMs = 30_000

export const templatesQuery = (language: string) =>
  queryOptions({
    queryKey: queryKeys.templates(language),
    queryFn: ({ signal }) => listTemplates(language, signal),
    staleTime: freshMs,
  })

export const putAwayQuery = (language: string) =>
  queryOptions({
    queryKey: queryKeys.putAwayTemplates(language),
    queryFn: ({ signal }) => listTemplates(language, signal, 'put-away'),
  })

export const templateQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: queryKeys.template(id, language),
    queryFn: ({ signal }) => getTemplate(id, language, signal),
    staleTime: freshMs,
  })
