import { z } from 'zod'
import { rootRecords } from '#shared/board/new-board.ts'
import { DomainError } from '#shared/errors.ts'
import { templateSummary } from '#shared/http/templates.ts'
import { renderBoardPicture } from '#shared/picture/board-picture.ts'
import { findTemplate, templateRecords, templates } from '#shared/templates/index.ts'
import { anyone, defineRoute, type Route } from '../route.ts'
import { languageOf, pictureQuery, sendPicture } from '../send-picture.ts'
import { presentTemplate } from './present-template.ts'

/** The gallery. Templates are part of the product and nobody's secret. */
export function templateRoutes(): Route[] {
  const tag = 'templates'
  return [
    defineRoute({
      method: 'get',
      path: '/api/templates',
      tag,
      summary: 'All templates, in one language',
      access: anyone,
      query: pictureQuery.pick({ lang: true }),
      answer: z.array(templateSummary),
      async handle({ query, http, reply }) {
        const locale = languageOf(http, query.lang)
        reply.vary('Accept-Language')
        return templates.map((template) => presentTemplate(template, locale))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/templates/:id/picture.svg',
      tag,
      summary: 'A picture of what a board from the template begins with',
      access: anyone,
      query: pictureQuery,
      contentTypes: ['image/svg+xml'],
      errors: ['template_not_found'],
      async handle({ params, query: { scheme, lang }, http, reply }) {
        const template = findTemplate(params.id)
        if (!template) throw new DomainError('template_not_found')
        const locale = languageOf(http, lang)
        const svg = renderBoardPicture([...rootRecords, ...templateRecords(template)], { scheme, locale })
        sendPicture(http, reply, { svg, etag: `${template.version}-${scheme}-${locale}` })
      },
    }),
  ]
}
