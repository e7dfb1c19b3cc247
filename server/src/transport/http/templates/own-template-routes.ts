import { z } from 'zod'
import { DomainError } from '#shared/errors.ts'
import { saveTemplateRequest, templateCard, templateVersion, updateTemplateRequest } from '#shared/http/templates.ts'
import { maxTemplateFileBytes } from '#shared/limits.ts'
import type { Caller } from '../../../domain/access/caller.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { OwnTemplates } from '../../../domain/template/own-templates.ts'
import { receiveUpload } from '../files/receive-upload.ts'
import { defineRoute, inPlace, onBoard, type Route } from '../route.ts'
import { languageOf, pictureQuery } from '../send-picture.ts'
import { pictureUrlOf, presentCard } from './present-template.ts'

const fileErrors = ['template_unreadable', 'template_too_new', 'template_damaged', 'template_too_large'] as const

/** Templates of the organisation: from boards, from files, and into files. */
export function ownTemplateRoutes(ports: { ownTemplates: OwnTemplates; membership: BoardMembership }): Route[] {
  const { ownTemplates, membership } = ports
  const tag = 'templates'
  const query = pictureQuery.pick({ lang: true })
  return [
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/template',
      tag,
      summary:
        'Save a board as a template of the organisation, or as the next version of one: zones, pages, run of show',
      access: onBoard(membership, 'board.save-as-template'),
      query,
      body: saveTemplateRequest,
      status: 201,
      answer: templateCard,
      errors: ['board_without_zones', 'template_not_found', 'template_damaged', 'too_many_templates'],
      async handle({ params, allowed, query: { lang }, body, http }) {
        return presentCard(await ownTemplates.saveBoard(params.id, body, allowed.accountId), languageOf(http, lang))
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/templates/from-file',
      tag,
      summary: 'Bring a template as a file of at most 1 MB; all that is wrong with one is listed in `errors`',
      access: inPlace('template.create'),
      query,
      uploads: ['application/octet-stream', 'multipart/form-data'],
      status: 201,
      answer: templateCard,
      errors: ['invalid_input', 'too_many_templates', ...fileErrors],
      async handle({ caller, query: { lang }, http }) {
        const text = decode(await receiveUpload(http, maxTemplateFileBytes, 'template_too_large'))
        return presentCard(await ownTemplates.importFile(text, accountOf(caller)), languageOf(http, lang))
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/api/templates/:id',
      tag,
      summary: 'Say something else of a template of the organisation, put it away, or bring it back',
      access: inPlace('template.update'),
      query,
      body: updateTemplateRequest,
      answer: templateCard,
      errors: ['template_not_found', 'template_damaged'],
      async handle({ caller, params, query: { lang }, body, http }) {
        return presentCard(await ownTemplates.update(params.id, body, accountOf(caller)), languageOf(http, lang))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/templates/:id/versions',
      tag,
      summary: 'All versions of a template of the organisation, the newest first: when, by whom, and a picture of each',
      access: inPlace('template.read'),
      answer: z.array(templateVersion),
      errors: ['template_not_found'],
      async handle({ params: { id } }) {
        const versions = await ownTemplates.versions(id)
        return versions.map((listed) => ({ ...listed, pictureUrl: pictureUrlOf(id, listed.version) }))
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/templates/:id/versions/:version/restore',
      tag,
      summary: 'Make an earlier version of a template the newest one; those between stay',
      access: inPlace('template.update'),
      query,
      answer: templateCard,
      errors: ['template_not_found', 'template_damaged'],
      async handle({ caller, params: { id, version }, query: { lang }, http }) {
        const restored = await ownTemplates.restore(id, numberOf(version), accountOf(caller))
        return presentCard(restored, languageOf(http, lang))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/templates/:id/file',
      tag,
      summary: 'A template as a file, for another Tablecloth or a later version of it',
      access: inPlace('template.read'),
      contentTypes: ['application/json'],
      errors: ['template_not_found'],
      async handle({ params, reply }) {
        const { title, text } = await ownTemplates.file(params.id)
        reply.attachment(`${title}.tablecloth-template.json`).type('application/json').send(text)
      },
    }),
  ]
}

/** @throws {DomainError} `template_unreadable` for what is no UTF-8 */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DomainError('template_unreadable', {}, { cause })
  }
}

/** @throws {DomainError} `template_not_found` for what is no number of a version */
function numberOf(version: string): number {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw new DomainError('template_not_found')
  return Number(version)
}

function accountOf(caller: Caller): string | null {
  return caller.kind === 'account' ? caller.account.id : null
}
