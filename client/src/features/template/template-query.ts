import { queryOptions } from '@tanstack/react-query'
import { queryKeys } from '../../api/query-keys.ts'
import { getTemplate } from '../../api/templates.ts'

/** A template does not change while somebody looks at it. */
export const templateQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: queryKeys.template(id, language),
    queryFn: ({ signal }) => getTemplate(id, language, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
