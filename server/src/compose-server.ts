import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { fileSourcePattern } from '#shared/board/record-schema.ts'
import {
  maxCommandsPerSecond,
  maxDotsPerSecond,
  maxFeedRequestsPerMinute,
  maxIdleRequestMs,
  maxOwnRevealsPerMinute,
  maxRequestMs,
} from '#shared/limits.ts'
import type { Config } from './config.ts'
import { createAuthenticate } from './domain/access/authenticate.ts'
import { type AccountLinks, createAccountLinks } from './domain/account/account-links.ts'
import { createAccounts } from './domain/account/accounts.ts'
import { createBoardMembership } from './domain/board/board-access.ts'
import { createBoards } from './domain/board/boards.ts'
import { type Checkpoints, createCheckpoints } from './domain/checkpoint/checkpoints.ts'
import { findLastKept } from './domain/checkpoint/last-kept.ts'
import { createBoardFiles } from './domain/exchange/board-files.ts'
import { createFeeds } from './domain/feed/feeds.ts'
import { createFileCollection } from './domain/file/file-collection.ts'
import { createFiles } from './domain/file/files.ts'
import { createInvites } from './domain/invite/invites.ts'
import { createWrongCodeLimit } from './domain/invite/wrong-code-limit.ts'
import { createLayers } from './domain/layer/layers.ts'
import { withLayers } from './domain/layer/with-layers.ts'
import { createJoining } from './domain/participant/join.ts'
import { createPeople, type People } from './domain/participant/people.ts'
import { createPilots } from './domain/pilot/pilots.ts'
import type { RoomPorts } from './domain/room/room-ports.ts'
import { createRoomRegistry, type LiveRooms } from './domain/room/room-registry.ts'
import { createSessions, type Sessions } from './domain/session/sessions.ts'
import { createStepKeeping } from './domain/session/step-keeping.ts'
import { createOwnTemplates } from './domain/template/own-templates.ts'
import { createTemplateLibrary } from './domain/template/template-library.ts'
import { createVoterRoll } from './domain/vote/voter-roll.ts'
import { createVotes, type Votes } from './domain/vote/votes.ts'
import { makeDataDir } from './storage/backup/make-data-dir.ts'
import { createDiskFileStore } from './storage/files/disk-file-store.ts'
import { claimDataDir } from './storage/sql/claim-data-dir.ts'
import { createSqlAccountStore } from './storage/sql/sql-account-store.ts'
import { createSqlBoardFileStore } from './storage/sql/sql-board-file-store.ts'
import { createSqlBoardLog } from './storage/sql/sql-board-log.ts'
import { createSqlBoardStore } from './storage/sql/sql-board-store.ts'
import { createSqlCheckpointStore } from './storage/sql/sql-checkpoint-store.ts'
import { openSqlDatabase } from './storage/sql/sql-database.ts'
import { createSqlFileReferences } from './storage/sql/sql-file-references.ts'
import { createSqlInviteStore } from './storage/sql/sql-invite-store.ts'
import { createSqlLayerStore } from './storage/sql/sql-layer-store.ts'
import { createSqlOwnTemplateStore } from './storage/sql/sql-own-template-store.ts'
import { createSqlParticipantStore } from './storage/sql/sql-participant-store.ts'
import { createSqlPilotStore } from './storage/sql/sql-pilot-store.ts'
import { createSqlReadiness } from './storage/sql/sql-readiness.ts'
import { createSqlRemovalStore } from './storage/sql/sql-removal-store.ts'
import { createSqlSessionStore } from './storage/sql/sql-session-store.ts'
import { createSqlVoteStore } from './storage/sql/sql-vote-store.ts'
import { createArgon2PasswordHasher } from './system/argon2-password-hasher.ts'
import { createTldrReader } from './system/create-tldr-reader.ts'
import { gzipRecordPacking } from './system/gzip-record-packing.ts'
import { keepLastTime } from './system/last-time.ts'
import { listen } from './system/listen.ts'
import { listNetworkOrigins } from './system/network-origins.ts'
import { createNodeSecrets, loadServerKey } from './system/node-secrets.ts'
import { recogniseImage } from './system/recognise-image.ts'
import { createRoomMachine } from './system/room-machine.ts'
import { sha256 } from './system/sha256.ts'
import { shuffle } from './system/shuffle.ts'
import type { SystemClock } from './system/system-clock.ts'
import { createHttpApp } from './transport/http/app.ts'
import type { Route } from './transport/http/route.ts'
import { createCommandLimit } from './transport/http/sessions/command-limit.ts'
import { attachSync } from './transport/ws/attach-sync.ts'
import { startUpkeep } from './upkeep.ts'

/** How long an empty room stays in memory: a reload should not read the board from the disk again. */
const emptyRoomKeptMs = 30_000

/** Over a line with 600 ms round trip a new connection costs as much as an answer; a form takes a minute to fill in. */
const idleConnectionKeptMs = 75_000

export type RunningServer = {
  /** The port it listens on; another than the configured one when that is 0. */
  readonly port: number
  readonly links: AccountLinks
  readonly routes: readonly Route[]
  /**
   * Stops taking requests, commits what was received, tells clients to come back, and closes the database.
   *
   * @returns false when the store did not take everything in time.
   */
  stop(): Promise<boolean>
}

/**
 * Puts all parts together and listens. The only place that knows which adapter stands behind which port.
 *
 * @throws {RestoreNotDone}
 * @throws {NewerDatabase}
 * @throws {DataDirTaken}
 */
export async function startServer(
  config: Config,
  surroundings: { log: Logger; clock: SystemClock; version: string; clientDir: string },
): Promise<RunningServer> {
  const { log, clock } = surroundings
  makeDataDir(config.dataDir)
  const databasePath = join(config.dataDir, 'tablecloth.sqlite')
  const isUpgrade = existsSync(databasePath)
  const releaseDataDir = claimDataDir(config.dataDir)
  const database = await openSqlDatabase(databasePath).catch((error) => {
    releaseDataDir()
    throw error
  })
  const stopNotingTime = keepLastTime(config.dataDir, clock, log)
  if (isUpgrade && database.migrated.length > 0)
    log.info({ migrations: database.migrated }, 'the database was brought up to date')
  const secrets = createNodeSecrets(loadServerKey(config.dataDir))
  const passwords = createArgon2PasswordHasher()

  const accountStore = createSqlAccountStore(database)
  const boardStore = createSqlBoardStore(database)
  const pilotStore = createSqlPilotStore(database)
  const participants = createSqlParticipantStore(database)
  const ownTemplateStore = createSqlOwnTemplateStore(database)
  const library = createTemplateLibrary({ store: ownTemplateStore, logger: log })
  const fileContents = createDiskFileStore(join(config.dataDir, 'files'))
  const boardFiles = createSqlBoardFileStore(database)
  const fileCollection = createFileCollection({
    ...{ contents: fileContents, boardFiles, clock },
    references: createSqlFileReferences(database),
  })

  const authenticate = createAuthenticate({
    accounts: accountStore,
    participants,
    secrets,
    clock,
    adminToken: config.adminToken,
  })
  const membership = createBoardMembership({ authenticate, boards: boardStore, participants })
  const sessionStore = createSqlSessionStore(database)
  const roomPorts: RoomPorts = {
    log: createSqlBoardLog(database, clock),
    clock,
    logger: log,
    machine: createRoomMachine(),
    isStoredFile: (_boardId, source) => isStored(source, fileContents.hasNow),
    lastKept: (boardId) => findLastKept(boardId, { checkpoints, boards: boardStore, templates: library.source }),
    sessionOf: sessionStore.current,
    votesOf: (member) => votes.newsFor(member),
    isVotedIn: (boardId, zoneKey) => votes.isOpenIn(boardId, zoneKey),
    onLeaderGone: (boardId, leaderId) => void sessions.leaderGone(boardId, leaderId),
    onPeopleAtTables: (boardId, atTables) => void sessions.peopleAtTables(boardId, atTables),
    onGuests: (boardId, sessionId, guests) => void sessions.guestsSeen(boardId, sessionId, guests),
    emptyRoomKeptMs,
  }
  const boardRooms = createRoomRegistry(roomPorts)
  const layers = createLayers({ store: createSqlLayerStore(database), rooms: boardRooms, roomPorts, secrets, shuffle })
  const rooms = withLayers(boardRooms, layers)
  const boards = createBoards({
    store: boardStore,
    pilots: pilotStore,
    templates: library.source,
    rooms,
    secrets,
    clock,
  })
  const checkpoints: Checkpoints = createCheckpoints({
    store: createSqlCheckpointStore(database),
    packing: gzipRecordPacking,
    rooms,
    secrets,
    clock,
    logger: log,
  })
  const voteStore = createSqlVoteStore(database)
  const votes: Votes = createVotes({
    store: voteStore,
    rooms,
    currentSession: sessionStore.current,
    roll: createVoterRoll({ participants, accounts: accountStore }),
    ...{ secrets, clock, logger: log },
  })
  await votes.resume()
  const steps = createStepKeeping({ store: sessionStore, rooms, saveCheckpoint: checkpoints.saveStep, logger: log })
  await steps.resume()
  const sessions: Sessions = createSessions({
    store: sessionStore,
    boards: boardStore,
    rooms,
    steps,
    onEnded: ({ boardId, id }) => void votes.sessionEnded(boardId, id),
    votesOf: votes.closedIn,
    findTemplate: async (id, version) => (await library.find(id, version))?.template,
    isFacilitator: (boardId, id) => people.isFacilitator(boardId, id),
    areOnBoard: (boardId, ids) => people.areOnBoard(boardId, ids),
    listGuests: (boardId) => people.listPresent(boardId),
    secrets,
    clock,
    logger: log,
  })
  const people: People = createPeople({
    participants,
    accounts: accountStore,
    removals: createSqlRemovalStore(database),
    packing: gzipRecordPacking,
    rooms,
    sessions,
    isVoteOpen: votes.isOpen,
    secrets,
    clock,
  })
  const links = createAccountLinks({ store: accountStore, secrets, passwords, clock })

  const files = createFiles({ contents: fileContents, boardFiles, recognise: recogniseImage, hashOf: sha256, clock })

  const { app, routes } = createHttpApp({
    ...surroundings,
    ...config,
    authenticate,
    membership,
    accounts: createAccounts({ store: accountStore, secrets, passwords, clock }),
    links,
    pilots: createPilots({ store: pilotStore, secrets, clock }),
    boards,
    library,
    ownTemplates: createOwnTemplates({
      ...{ store: ownTemplateStore, library, boards: boardStore, rooms, sessions: sessionStore, secrets, clock },
    }),
    checkpoints,
    sessions,
    layers,
    limitCommands: createCommandLimit(clock.monotonicMs, maxCommandsPerSecond),
    limitReveals: createCommandLimit(clock.monotonicMs, maxOwnRevealsPerMinute / 60, maxOwnRevealsPerMinute),
    people,
    votes,
    limitDots: createCommandLimit(clock.monotonicMs, maxDotsPerSecond),
    invites: createInvites({
      store: createSqlInviteStore(database),
      secrets,
      clock,
      // A clock that somebody sets back must not shut people out until it has caught up.
      wrongCodes: createWrongCodeLimit({ clock: { nowMs: clock.monotonicMs } }),
    }),
    joining: createJoining({ boards: boardStore, participants, isVoteOpen: votes.isOpen, secrets, clock }),
    participants,
    files,
    boardFiles: createBoardFiles({
      readTldr: createTldrReader(),
      ...{ boards, membership, files, readFile },
    }),
    feeds: createFeeds({ ...{ boards: boardStore, membership, rooms, secrets, clock }, roundsOf: voteStore.list }),
    limitFeeds: createCommandLimit(clock.monotonicMs, maxFeedRequestsPerMinute / 60, maxFeedRequestsPerMinute),
    rooms,
    secrets,
    isReady: createSqlReadiness(database, clock),
    listOrigins: () => listNetworkOrigins(port),
  })

  const server = createServer({ keepAliveTimeout: idleConnectionKeptMs, requestTimeout: maxRequestMs }, app)
  server.setTimeout(maxIdleRequestMs)
  const detachSync = attachSync(server, {
    rooms,
    layers,
    access: membership,
    clock,
    logger: log,
    publicUrl: config.publicUrl,
  })
  const stopUpkeep = startUpkeep({ boards, files: fileCollection, checkpoints, log })
  const port = await listen(server, config.port, config.host).catch(async (error) => {
    await stopUpkeep()
    stopNotingTime()
    await database.close()
    releaseDataDir()
    throw error
  })

  return {
    port,
    links,
    routes,
    async stop() {
      const saved = stopUpkeep()
      detachSync()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const isAllStored = await drain(rooms, log)
      server.closeAllConnections()
      await closed
      await saved
      stopNotingTime()
      await database.close()
      releaseDataDir()
      return isAllStored
    },
  }
}

function isStored(source: string, has: (name: string) => boolean): boolean {
  return fileSourcePattern.test(source) && has(source.slice('asset:'.length))
}

async function drain(rooms: LiveRooms, log: Logger): Promise<boolean> {
  try {
    return await rooms.drain()
  } catch (err) {
    log.error({ err }, 'not every board could be brought to rest')
    return false
  }
}
