import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { browser, program } from '../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string() })),
})
const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

async function operations() {
  const { paths } = documentSchema.parse((await browser(server).get('/api/openapi.json')).body)
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
}

describe('the OpenAPI document', () => {
  test('names every route once, with the schemas of the contract', async () => {
    const { openapi, components } = documentSchema.parse((await browser(server).get('/api/openapi.json')).body)
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['Problem', 'Pilot', 'Board', 'Invite', 'Joined']),
    )
    const documented = (await operations()).map(({ method, path }) => `${method} ${path}`)
    const registered = server.routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(documented.sort()).toEqual(registered.sort())
    const ids = (await operations()).map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('names only routes that exist: each says what is wrong with a request, and none that there is nothing', async () => {
    for (const { method, path, operation } of await operations()) {
      const address = path.replace(/\{\w+\}/g, 'nothing-like-it')
      const { status, body } = await program(server).send(method.toUpperCase(), address, undefined, {})
      expect([path, body?.code]).not.toEqual([path, 'not_found'])
      // What comes back is one of the answers the document lists.
      expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining([String(status)])])
    }
  })

  test('asks for a sign-in exactly where nobody is refused', async () => {
    for (const { method, path, operation } of await operations()) {
      const address = path.replace(/\{\w+\}/g, 'nothing-like-it')
      const { status } = await browser(server).send(method.toUpperCase(), address, undefined, {})
      expect([method, path, status === 401]).toEqual([method, path, operation.security.length > 0])
    }
  })

  test('describes bodies that are checked: one that is wrong is refused field by field', async () => {
    const wrong = JSON.stringify({ thisFieldIsNotKnown: true })
    for (const { method, path, operation } of await operations()) {
      if (!operation.requestBody?.content['application/json'] || path.includes('{')) continue
      const answer = await program(server).send(method.toUpperCase(), path, wrong, {
        'content-type': 'application/json',
      })
      // The operator has no password to change.
      if (answer.status === 403) continue
      expect([path, answer.status, answer.body.code]).toEqual([path, 400, 'invalid_input'])
      expect(answer.body.errors).toContainEqual({ path: 'thisFieldIsNotKnown', message: expect.any(String) })
    }
  })
})
