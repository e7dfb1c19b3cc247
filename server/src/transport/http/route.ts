import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { ErrorCode } from '#shared/errors.ts'
import type { Caller } from '../../domain/access/caller.ts'
import { assertMayInPlace, assertMayOnBoard, type BoardAction, type PlaceAction } from '../../domain/access/policy.ts'
import type { BoardMembership } from '../../domain/board/board-access.ts'
import type { BoardMember } from '../../domain/board/board-member.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** Who may use a route. What it finds out on the way (the member of a board) is handed to the handler. */
export type Access<Allowed> = {
  readonly needsSignIn: boolean
  readonly errors: readonly ErrorCode[]
  check(caller: Caller, params: Readonly<Record<string, string>>): Promise<Allowed>
}

export type RouteRequest<Allowed, Params extends string, Query, Body> = {
  readonly caller: Caller
  readonly allowed: Allowed
  readonly params: Readonly<Record<Params, string>>
  readonly query: Query
  readonly body: Body
  /** Where people reach this server, for links in the answer. */
  readonly origin: string
  readonly http: Request
  readonly reply: Response
}

/** One route as the application runs it and the OpenAPI document describes it. */
export type Route = {
  readonly method: Method
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly access: Access<unknown>
  readonly body: z.ZodType | undefined
  readonly query: z.ZodType | undefined
  readonly status: number
  readonly answer: z.ZodType | undefined
  /** Media types of an answer that is no JSON; the handler sends it. */
  readonly contentTypes: readonly string[]
  readonly uploads: readonly string[]
  readonly errors: readonly ErrorCode[]
  /** A rate limit: runs when the body is known, goes on or fails, and never answers by itself. */
  readonly limit: RequestHandler | undefined
  readonly handle: (request: RouteRequest<unknown, string, unknown, unknown>) => Promise<unknown>
}

/** A route reads top to bottom: who may, what comes in, what goes out, and what happens in between. */
export function defineRoute<
  const Path extends string,
  Allowed,
  Body extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodVoid,
>(route: {
  method: Method
  path: Path
  tag: string
  summary: string
  access: Access<Allowed>
  body?: Body
  query?: Query
  /** 200 when there is an answer, else 204. */
  status?: number
  answer?: Answer
  contentTypes?: readonly string[]
  uploads?: readonly string[]
  errors?: readonly ErrorCode[]
  limit?: RequestHandler
  handle: (request: RouteRequest<Allowed, ParamName<Path>, z.output<Query>, z.output<Body>>) => Promise<z.input<Answer>>
}): Route {
  const { body, query, answer, contentTypes = [], uploads = [], errors = [], limit } = route
  return {
    ...route,
    body,
    query,
    answer,
    contentTypes,
    uploads,
    errors,
    limit,
    status: route.status ?? (answer || contentTypes.length > 0 ? 200 : 204),
    // The register hands over exactly what the schemas above made of the request.
    handle: route.handle as Route['handle'],
  }
}

export const anyone: Access<void> = { needsSignIn: false, errors: [], check: async () => {} }

export function inPlace(action: PlaceAction): Access<void> {
  return {
    needsSignIn: true,
    errors: ['not_signed_in', 'not_allowed'],
    check: async (caller) => assertMayInPlace(caller, action),
  }
}

/** The board is the route's `:id`. */
export function onBoard(membership: BoardMembership, action: BoardAction): Access<BoardMember> {
  return {
    needsSignIn: true,
    errors: ['not_signed_in', 'not_a_member', 'removed_from_board', 'not_allowed', 'board_not_found', 'board_deleted'],
    async check(caller, { id = '' }) {
      const member = await (action === 'board.restore' ? membership.memberOfAny : membership.memberOf)(id, caller)
      assertMayOnBoard(member, action)
      return member
    },
  }
}
