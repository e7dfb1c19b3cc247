import type { Generated } from 'kysely'
import type { AccountLinkPurpose, AccountRole } from '#shared/http/accounts.ts'
import type { CheckpointKind } from '#shared/http/checkpoints.ts'
import type { PilotStage } from '#shared/http/pilots.ts'
import type { PersonPlace, Role } from '#shared/protocol/messages.ts'

/** SQLite has no booleans. */
export type Bit = 0 | 1

export function toBit(value: boolean): Bit {
  return value ? 1 : 0
}

export type AccountTable = {
  id: string
  name: string
  email: string
  role: AccountRole
  passwordHash: string
  isDisabled: Bit
  createdAtMs: number
  lastSeenAtMs: number | null
}
export type SignInTable = { tokenHash: string; accountId: string; createdAtMs: number; expiresAtMs: number }
export type AccountLinkTable = {
  secretHash: string
  purpose: AccountLinkPurpose
  role: AccountRole
  name: string | null
  email: string | null
  accountId: string | null
  createdAtMs: number
  expiresAtMs: number
  usedAtMs: number | null
}
export type PilotTable = {
  id: string
  slug: string
  title: string
  challenge: string
  owner: string
  department: string
  stage: PilotStage
  stoppedReason: string
  createdAtMs: number
  changedAtMs: number
}
export type BoardTable = {
  id: string
  pilotId: string
  title: string
  template: string | null
  templateVersion: number | null
  savedAs: string | null
  createdAtMs: number
  changedAtMs: number
  changedBy: string | null
  archivedAtMs: number | null
  deletedAtMs: number | null
  isDoorLocked: Bit
  /** Its log goes at least this far. */
  lastNumber: Generated<number>
}
export type BoardUpdateTable = {
  number: Generated<number>
  boardId: string
  epoch: Generated<number>
  bytes: Uint8Array
  checksum: number
  participantId: string | null
  atMs: number
}
export type BoardSnapshotTable = {
  boardId: string
  epoch: Generated<number>
  coversUpTo: number
  bytes: Uint8Array
  checksum: number
  /** The first releases stored v1 as it is. */
  format: 'yjs-v1' | 'yjs-v2-gzip'
  atMs: number
}
/** What was found damaged, as it was found: evidence, and perhaps somebody can still read it. */
export type DamagedPartTable = {
  boardId: string
  kind: 'update' | 'snapshot'
  /** The row's own, or how far the snapshot went. */
  number: number
  bytes: Uint8Array
  checksum: number
  participantId: string | null
  atMs: number
  foundAtMs: number
}
export type BoardEpochTable = {
  boardId: string
  epoch: number
  state: Uint8Array | null
  checksum: number
  retired: Uint8Array
  retiredChecksum: number
  title: string | null
  copiedAtMs: number
  byName: string | null
  beganAtMs: number
}
export type GoneShapeTable = { boardId: string; recordId: string; makerId: string; atMs: number }
export type CheckpointTable = {
  id: string
  boardId: string
  kind: CheckpointKind
  title: string | null
  createdAtMs: number
  createdBy: string | null
  createdByName: string | null
  shapeCount: number
  bytes: number
  checksum: number
  contents: Uint8Array
}
export type InviteTable = {
  id: string
  boardId: string
  role: Role
  code: string
  secretHash: string
  invitedBy: string | null
  isSwitchedOff: Bit
  expiresAtMs: number | null
  createdAtMs: number
}
export type GuestTable = { id: string; secretHash: string; createdAtMs: number }
export type ParticipantTable = {
  id: string
  boardId: string
  guestId: string
  inviteId: string | null
  role: Role
  name: string
  country: string | null
  organisation: string | null
  place: Generated<PersonPlace | null>
  standsFor: Generated<number>
  joinedAtMs: number
  removedAtMs: Generated<number | null>
}
export type JoinTokenTable = { tokenHash: string; participantId: string; createdAtMs: number }
export type SessionTable = {
  id: string
  boardId: string
  version: number
  state: string
  checksum: number
  createdAtMs: number
  endedAtMs: number | null
}
export type SessionCommandTable = {
  sessionId: string
  participantId: string
  key: string
  name: string
  atMs: number
  command: string
  version: number
}
export type StepRecordTable = {
  sessionId: string
  enteredAtMs: number
  stepId: string
  leftAtMs: number
  title: string
  people: string
  notesByZone: string | null
  checkpointId: string | null
  tables: string | null
  keeping: 'due' | 'kept' | 'late'
}
export type SessionGuestTable = {
  number: Generated<number>
  sessionId: string
  participantId: string
  guest: string
}
export type RemovalTable = {
  id: string
  boardId: string
  participantId: string
  removedBy: string
  removedAtMs: number
  checksum: number
  contents: Uint8Array
}
/** One row that `readyz` writes, to know that the disk still takes writes. */
export type ReadinessTable = { id: number; checkedAtMs: number }
export type BoardFileTable = {
  boardId: string
  name: string
  mimeType: string
  bytes: number
  participantId: string
  createdAtMs: number
}
export type VoteRoundTable = {
  id: string
  boardId: string
  key: string
  number: number
  title: string
  setup: string
  dots: number
  superVotes: number
  deciderId: string | null
  isOneEach: Bit
  sessionId: string | null
  stepId: string | null
  openedAtMs: number
  openedByName: string
  closesAtMs: number | null
  closedAtMs: number | null
  touches: Generated<number>
  revision: Generated<number>
  result: string | null
}
export type VoteVoterTable = {
  roundId: string
  participantId: string
  name: string
  weight: number
  joinedLater: Bit
  isLeftOut: Bit
}
export type VoteDotTable = {
  roundId: string
  participantId: string
  slot: number
  targetId: string
  x: number | null
  y: number | null
  atMs: number
  isOneEach: Bit
}

/** Whose layer is which; its log is under the layer's own id. */
export type LayerTable = {
  id: string
  boardId: string
  participantId: string
  isAnonymous: Bit
  lastNumber: Generated<number>
}

export type OwnTemplateTable = {
  id: string
  version: number
  title: string
  createdAtMs: number
  createdBy: string | null
  changedAtMs: number
  changedBy: string | null
  archivedAtMs: number | null
}
/** `contents` is a template without its id and version, as JSON. */
export type OwnTemplateVersionTable = {
  templateId: string
  version: number
  contents: string
  createdAtMs: number
  createdBy: string | null
}

/** Columns are snake_case in the database, camelCase here. */
export type Tables = {
  account: AccountTable
  signIn: SignInTable
  accountLink: AccountLinkTable
  pilot: PilotTable
  board: BoardTable
  boardUpdate: BoardUpdateTable
  boardSnapshot: BoardSnapshotTable
  damagedPart: DamagedPartTable
  boardEpoch: BoardEpochTable
  checkpoint: CheckpointTable
  goneShape: GoneShapeTable
  invite: InviteTable
  guest: GuestTable
  participant: ParticipantTable
  joinToken: JoinTokenTable
  boardFile: BoardFileTable
  session: SessionTable
  sessionCommand: SessionCommandTable
  stepRecord: StepRecordTable
  sessionGuest: SessionGuestTable
  removal: RemovalTable
  voteRound: VoteRoundTable
  voteVoter: VoteVoterTable
  voteDot: VoteDotTable
  readiness: ReadinessTable
  layer: LayerTable
  ownTemplate: OwnTemplateTable
  ownTemplateVersion: OwnTemplateVersionTable
}
