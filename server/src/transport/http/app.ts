import compression from 'compression'
import express, { type Express, type Request } from 'express'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Authenticate } from '../../domain/access/authenticate.ts'
import type { AccountLinks } from '../../domain/account/account-links.ts'
import type { Accounts } from '../../domain/account/accounts.ts'
import type { BoardMembership } from '../../domain/board/board-access.ts'
import type { Boards } from '../../domain/board/boards.ts'
import type { Checkpoints } from '../../domain/checkpoint/checkpoints.ts'
import type { BoardFiles } from '../../domain/exchange/board-files.ts'
import type { Feeds } from '../../domain/feed/feeds.ts'
import type { Files } from '../../domain/file/files.ts'
import type { Invites } from '../../domain/invite/invites.ts'
import type { Layers } from '../../domain/layer/layers.ts'
import type { Joining } from '../../domain/participant/join.ts'
import type { ParticipantStore } from '../../domain/participant/participant-store.ts'
import type { People } from '../../domain/participant/people.ts'
import type { Pilots } from '../../domain/pilot/pilots.ts'
import type { RoomClock } from '../../domain/room/clock.ts'
import type { RoomRegistry } from '../../domain/room/room-registry.ts'
import type { Secrets } from '../../domain/secrets.ts'
import type { Sessions } from '../../domain/session/sessions.ts'
import type { OwnTemplates } from '../../domain/template/own-templates.ts'
import type { TemplateLibrary } from '../../domain/template/template-library.ts'
import type { Votes } from '../../domain/vote/votes.ts'
import { createOriginCheck } from '../origin-check.ts'
import { accountRoutes } from './accounts/account-routes.ts'
import { signInRoutes } from './accounts/sign-in-routes.ts'
import { createBoardPictures } from './board-pictures.ts'
import { boardRoutes } from './boards/board-routes.ts'
import { checkpointRoutes } from './checkpoints/checkpoint-routes.ts'
import { rememberDevice } from './cookies.ts'
import { exchangeRoutes } from './exchange/exchange-routes.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { fileRoutes } from './files/file-routes.ts'
import { inviteRoutes } from './invites/invite-routes.ts'
import { joinRoutes } from './invites/join-routes.ts'
import { layerRoutes } from './layers/layer-routes.ts'
import { createMetrics } from './metrics.ts'
import { describeRoutes } from './openapi.ts'
import { healthRouter } from './operation/health-router.ts'
import { operationRoutes } from './operation/operation-routes.ts'
import { pilotRoutes } from './pilots/pilot-routes.ts'
import { answerErrors, answerNotFound } from './problem.ts'
import { registerRoutes } from './register-routes.ts'
import { requestLog } from './request-log.ts'
import { requireOwnOrigin } from './require-own-origin.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { peopleRoutes } from './sessions/people-routes.ts'
import { sessionRoutes } from './sessions/session-routes.ts'
import { readInlineScripts, staticClient } from './static-client.ts'
import { ownTemplateRoutes } from './templates/own-template-routes.ts'
import { templateRoutes } from './templates/template-routes.ts'
import { voteRoutes } from './votes/vote-routes.ts'

export type HttpPorts = {
  readonly log: Logger
  readonly clock: RoomClock
  readonly authenticate: Authenticate
  readonly membership: BoardMembership
  readonly accounts: Accounts
  readonly links: AccountLinks
  readonly pilots: Pilots
  readonly boards: Boards
  readonly library: TemplateLibrary
  readonly ownTemplates: OwnTemplates
  readonly checkpoints: Checkpoints
  readonly votes: Votes
  readonly limitDots: (participantId: string) => void
  readonly invites: Invites
  readonly joining: Joining
  readonly participants: ParticipantStore
  readonly files: Files
  readonly boardFiles: BoardFiles
  readonly feeds: Feeds
  readonly limitFeeds: (personId: string) => void
  readonly sessions: Sessions
  readonly layers: Layers
  readonly limitCommands: (personId: string) => void
  readonly limitReveals: (personId: string) => void
  readonly people: People
  readonly rooms: RoomRegistry
  readonly secrets: Secrets
  readonly publicUrl: string | undefined
  readonly trustProxy: number | string | false
  readonly tldrawLicenseKey: string | undefined
  readonly version: string
  readonly clientDir: string
  readonly isReady: () => Promise<boolean>
  readonly listOrigins: () => readonly string[]
}

export type HttpApp = { readonly app: Express; readonly routes: readonly Route[]; readonly metrics: Registry }

/** The whole of what is spoken over HTTP, in the order in which a request meets it. */
export function createHttpApp(ports: HttpPorts): HttpApp {
  const { log, publicUrl } = ports
  const routes = apiRoutes(ports)
  const metrics = createMetrics(ports.rooms)
  const app = express()
  app.set('trust proxy', ports.trustProxy)
  app.disable('x-powered-by')
  app.use(requestLog(log), metrics.observe, ...securityHeaders(readInlineScripts(ports.clientDir)))
  app.use(healthRouter({ isReady: ports.isReady, metrics: metrics.registry }))
  app.use(compression())

  const api = express.Router()
  api.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  api.use('/api', requireOwnOrigin(createOriginCheck(publicUrl)))
  registerRoutes(api, routes, { authenticate: ports.authenticate, originOf })
  api.use('/api', answerNotFound)

  // Known before it types a code, so that twenty phones of one make behind one address are twenty devices.
  app.get(['/join', '/join/:secret'], (req, res, next) => {
    rememberDevice(ports.secrets, req, res)
    next()
  })
  app.use(api, staticClient(ports.clientDir), answerNotFound, answerErrors(log))
  return { app, routes, metrics: metrics.registry }

  function originOf(req: Request): string {
    return publicUrl ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`
  }
}

function apiRoutes(ports: HttpPorts): Route[] {
  const pictures = createBoardPictures()
  const routes: Route[] = [
    ...signInRoutes(ports),
    ...accountRoutes(ports),
    ...pilotRoutes(ports),
    ...boardRoutes({ ...ports, pictures }),
    ...checkpointRoutes({ ...ports, pictures }),
    ...voteRoutes(ports),
    ...templateRoutes(ports),
    ...ownTemplateRoutes(ports),
    ...inviteRoutes(ports),
    ...joinRoutes(ports),
    ...fileRoutes(ports),
    ...exchangeRoutes(ports),
    ...feedRoutes(ports),
    ...sessionRoutes(ports),
    ...layerRoutes(ports),
    ...peopleRoutes(ports),
    ...operationRoutes({ ...ports, describe: () => describeRoutes(routes, ports.version) }),
  ]
  return routes
}
