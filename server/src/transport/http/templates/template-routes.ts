import { z } from 'zod'
import { DomainError } from '#shared/errors.ts'
import { templateCard, templateDetail } from '#shared/http/templates.ts'
import { findTemplate, templates } from '#shared/templates/index.ts'
import { anyone, defineRoute, type Route } from '../route.ts'
import { languageOf, pictureQuery, sendPicture } from '../send-picture.ts'
import { presentCard, presentTemplate } from './present-template.ts'
import { createTemplatePictures } from './template-pictures.ts'

/** The gallery. Templates are part of the product and nobody's secret. */
export function templateRoutes(): Route[] {
  const tag = 'templates'
  const pictures = createTemplatePictures()
  return [
    defineRoute({
      method: 'get',
      path: '/api/templates',
      tag,
      summary: 'All templates, in one language',
      access: anyone,
      query: pictureQuery.pick({ lang: true }),
      answer: z.array(templateCard),
      async handle({ query, http, reply }) {
        const locale = languageOf(http, query.lang)
        reply.vary('Accept-Language')
        return templates.map((template) => presentCard(template, locale))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/templates/:id',
      tag,
      summary: 'One template with its zones and its run of show, in one language',
      access: anyone,
      query: pictureQuery.pick({ lang: true }),
      answer: templateDetail,
      errors: ['template_not_found'],
      async handle({ params, query, http, reply }) {
        const template = findTemplate(params.id)
        if (!template) throw new DomainError('template_not_found')
        reply.vary('Accept-Language')
        return presentTemplate(template, languageOf(http, query.lang))
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
        sendPicture(http, reply, pictures.of(template, scheme, languageOf(http, lang)))
      },
    }),
  ]
}
