import { z } from 'zod'
import type { oas31 } from 'zod-openapi'
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi'
import { type ErrorCode, errorKinds } from '#shared/errors.ts'
import { problem } from '#shared/http/common.ts'
import type { Route } from './route.ts'

/** Describes routes from the schemas that check them, so that document and server cannot differ. */
export function describeRoutes(routes: readonly Route[], version: string): oas31.OpenAPIObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Tablecloth', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'ADMIN_TOKEN, or the token of POST /api/join.' },
        signIn: { type: 'apiKey', in: 'cookie', name: 'tablecloth_sign_in' },
        device: { type: 'apiKey', in: 'cookie', name: 'tablecloth_device' },
      },
    },
  })
}

function describeRoute(route: Route): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const path = z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    security: route.access.needsSignIn ? [{ token: [] }, { signIn: [] }, { device: [] }] : [],
    requestParams: {
      ...(names.length > 0 ? { path } : {}),
      ...(route.query instanceof z.ZodObject ? { query: route.query } : {}),
    },
    ...describeBody(route),
    responses: { [String(route.status) as '200']: describeAnswer(route), ...describeErrors(route) },
  }
}

function describeBody({ body, uploads }: Route) {
  if (body) return { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
  if (uploads.length === 0) return {}
  const binary = { schema: { type: 'string', format: 'binary' } } as const
  return { requestBody: { required: true, content: Object.fromEntries(uploads.map((type) => [type, binary])) } }
}

function describeAnswer({ answer, contentTypes, summary }: Route) {
  const content = answer
    ? { 'application/json': { schema: answer } }
    : Object.fromEntries(contentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]))
  return { description: summary, ...(Object.keys(content).length > 0 ? { content } : {}) }
}

/** One entry a status; its codes are listed, for several errors share one. */
function describeErrors(route: Route) {
  const codes = new Set<ErrorCode>([
    ...route.access.errors,
    ...route.errors,
    ...(route.body ? (['invalid_input', 'malformed_json', 'unsupported_media_type', 'too_large'] as const) : []),
    ...(route.query ? (['invalid_input'] as const) : []),
    ...(route.method === 'get' ? [] : (['foreign_origin'] as const)),
    'internal',
  ])
  const byStatus: Record<number, string[]> = {}
  for (const code of codes) {
    const { status, title } = errorKinds[code]
    byStatus[status] = [...(byStatus[status] ?? []), `\`${code}\`: ${title}`]
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, sentences]) => [
      status,
      { description: sentences.join('\n'), content: { 'application/problem+json': { schema: problem } } },
    ]),
  )
}

/** "get /api/boards/:id/picture.svg" becomes "getBoardsIdPictureSvg". */
function operationId({ method, path }: Route): string {
  const words = path.replace('/api', '').match(/\w+/g) ?? []
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}
