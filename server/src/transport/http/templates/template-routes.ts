import { z } from 'zod'
import { DomainError } from '#shared/errors.ts'
import { templateCard, templateDetail } from '#shared/http/templates.ts'
import { templates } from '#shared/templates/index.ts'
import type { Caller } from '../../../domain/access/caller.ts'
import type { KnownTemplate, TemplateLibrary } from '../../../domain/template/template-library.ts'
import { anyone, defineRoute, type Route } from '../route.ts'
import { languageOf, pictureQuery, sendPicture } from '../send-picture.ts'
import { presentCard, presentTemplate } from './present-template.ts'
import { createTemplatePictures } from './template-pictures.ts'

/** The gallery. What comes with Tablecloth is nobody's secret; the organisation's own are for its accounts. */
export function templateRoutes({ library }: { library: TemplateLibrary }): Route[] {
  const tag = 'templates'
  const pictures = createTemplatePictures()
  return [
    defineRoute({
      method: 'get',
      path: '/api/templates',
      tag,
      summary: 'All templates, in one language; for accounts with those of the organisation first',
      access: anyone,
      query: pictureQuery.pick({ lang: true }).extend({
        /** `put-away`: only those of the organisation that the gallery does not show. */
        state: z.enum(['active', 'put-away']).default('active'),
      }),
      answer: z.array(templateCard),
      async handle({ caller, query, http, reply }) {
        const locale = languageOf(http, query.lang)
        reply.vary('Accept-Language')
        const isPutAway = query.state === 'put-away'
        const own = mayHaveOwn(caller) ? await library.listOwn(isPutAway) : []
        const ours = isPutAway ? [] : templates.map((template): KnownTemplate => ({ template, own: undefined }))
        return [...own, ...ours].map((known) => presentCard(known, locale))
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
      async handle({ caller, params, query, http, reply }) {
        const known = await find(params.id, caller)
        reply.vary('Accept-Language')
        return presentTemplate(known, languageOf(http, query.lang))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/templates/:id/picture.svg',
      tag,
      summary: 'A picture of what a board from the template begins with',
      access: anyone,
      query: pictureQuery.extend({
        /** `card`: for a picture as small as a card's, on which no word could be read. */
        size: z.enum(['whole', 'card']).default('whole'),
        /** Of a template of the organisation, an earlier one; without it the newest. */
        version: z.coerce.number().int().min(1).optional(),
      }),
      contentTypes: ['image/svg+xml'],
      errors: ['template_not_found'],
      async handle({ caller, params, query: { scheme, size, lang, version }, http, reply }) {
        const { template } = await find(params.id, caller, version)
        sendPicture(http, reply, pictures.of(template, { scheme, size, locale: languageOf(http, lang) }))
      },
    }),
  ]

  /** @throws {DomainError} `template_not_found` */
  async function find(id: string, caller: Caller, version?: number): Promise<KnownTemplate> {
    const known = await library.find(id, version)
    if (!known || (known.own && !mayHaveOwn(caller))) throw new DomainError('template_not_found')
    return known
  }
}

function mayHaveOwn({ kind }: Caller): boolean {
  return kind === 'account' || kind === 'operator'
}
