import { DomainError } from '#shared/errors.ts'
import type { CreateSessionRequest, SessionNow, SessionSummary } from '#shared/http/sessions.ts'
import { entityIdPattern } from '#shared/ids.ts'
import type { Person } from '#shared/protocol/messages.ts'
import { applyCommand, isStale } from '#shared/session/apply-command.ts'
import { findPlanFault } from '#shared/session/bounds.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import { passToDeputy } from '#shared/session/lead.ts'
import { withoutLead, withoutPerson } from '#shared/session/people.ts'
import { newSession, planFromTemplate } from '#shared/session/plan-from-template.ts'
import type { Session } from '#shared/session/session.ts'
import { peopleSeatedBy } from '#shared/session/tables/change-tables.ts'
import { guestOf } from '#shared/session/tables/guests.ts'
import { type PeopleAtTables, withPeople } from '#shared/session/tables/people-at-tables.ts'
import { viewOf } from '#shared/session/view.ts'
import type { Template } from '#shared/templates/template.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { BoardStore } from '../board/board-store.ts'
import type { Clock } from '../clock.ts'
import type { Participant } from '../participant/participant.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { ClosedRound, VotedIn } from '../vote/round-view.ts'
import { dueRecordOf } from './left-step.ts'
import { type Changed, createSessionHeads } from './session-heads.ts'
import type { PastSession, SessionStore } from './session-store.ts'
import { type StepKeeping, toStepGuest } from './step-keeping.ts'
import { summarise } from './summarise.ts'

type Said = { readonly key: string; readonly version: number; readonly command: SessionCommand }
export type Sessions = ReturnType<typeof createSessions>

export function createSessions(ports: {
  store: SessionStore
  boards: Pick<BoardStore, 'get'>
  rooms: Pick<RoomRegistry, 'tellSession'>
  steps: StepKeeping
  onEnded: (session: Session) => void
  /** The votes that were closed in a session, or beside its steps meanwhile. */
  votesOf: (member: BoardMember, session: VotedIn) => Promise<readonly ClosedRound[]>
  /** As it was when the board began from it. */
  findTemplate: (id: string, version: number | null) => Promise<Template | undefined>
  /** Whether somebody, here or not, is a facilitator of the board. */
  isFacilitator: (boardId: string, participantId: string) => Promise<boolean>
  /** Whether all of them may be on the board, here or not. */
  areOnBoard: (boardId: string, participantIds: ReadonlySet<string>) => Promise<boolean>
  /** Everybody who joined the board by invitation, but for those who were sent away. */
  listGuests: (boardId: string) => Promise<readonly Participant[]>
  secrets: Pick<Secrets, 'newId'>
  clock: Clock
  logger: RoomLogger
}) {
  const { store, boards, rooms, steps, onEnded, votesOf, findTemplate, secrets, clock, logger } = ports
  const { isFacilitator, areOnBoard, listGuests } = ports
  const underWay = new Map<string, Promise<SessionNow>>()
  const heads = createSessionHeads(store, ({ before, after }) => {
    rooms.tellSession(after.boardId, after)
    if (after.run.status === 'ended' && before.run.status !== 'ended') onEnded(after)
  })

  const present = (session: Session, member: BoardMember): SessionNow => ({
    session: viewOf(session, member),
    serverNowMs: clock.nowMs(),
  })

  const keepSteps = (changed: Changed, by: BoardMember) => {
    const { before, after } = changed
    const left = dueRecordOf(changed)
    if (left) steps.left(after.boardId, left, by)
    if (before.stepVersion !== after.stepVersion && after.run.status === 'running') steps.entered(after)
  }

  /** What becomes of a session besides what people say; that there is none, or that it is over, is no matter. */
  const changeQuietly = async (boardId: string, next: (session: Session) => Session) => {
    try {
      await heads.change(boardId, next)
    } catch (err) {
      if (err instanceof DomainError && err.code === 'no_session') return
      logger.error({ boardId, err }, 'A session did not take that somebody came or went.')
    }
  }

  return {
    /** @throws {DomainError} `session_exists`, `out_of_bounds`, `text_too_long` */
    async create(member: BoardMember, { hasTemplateSteps, ...given }: CreateSessionRequest): Promise<SessionNow> {
      const board = await boards.get(member.boardId)
      const template =
        hasTemplateSteps && board?.template ? await findTemplate(board.template, board.templateVersion) : undefined
      const about = {
        title: given.title ?? board?.title ?? '',
        startsAtMs: given.startsAtMs ?? null,
        timeZone: given.timeZone ?? 'UTC',
        format: given.format ?? ('hybrid' as const),
        meetingUrl: given.meetingUrl ?? null,
        expectedPeople: given.expectedPeople ?? null,
      }
      const plan = planFromTemplate(template, about, secrets.newId)
      const fault = findPlanFault(plan)
      if (fault) throw new DomainError(fault)
      const session = newSession(secrets.newId(), member.boardId, plan, member.participantId)
      await store.create(session, clock.nowMs())
      rooms.tellSession(member.boardId, session)
      return present(session, member)
    },

    /** @throws {DomainError} `no_session` */
    async current(member: BoardMember): Promise<SessionNow> {
      const session = await store.current(member.boardId)
      if (!session) throw new DomainError('no_session')
      return present(session, member)
    },

    /**
     * Does what somebody says, once, however often it is sent.
     *
     * @throws {DomainError} what refused it; `session_stale` and `session_over` carry the present state
     */
    say(member: BoardMember, said: Said): Promise<SessionNow> {
      // Sent twice at once, the second would find the session moved on by the first, and be refused as stale.
      const name = `${member.boardId} ${member.participantId} ${said.key}`
      const twin = underWay.get(name)
      if (twin) return twin
      const answer = sayOnce(member, said).finally(() => underWay.delete(name))
      underWay.set(name, answer)
      return answer
    },

    /** Those that are over, the last one first. */
    list: (boardId: string): Promise<readonly PastSession[]> => store.listOver(boardId),

    /** @throws {DomainError} `session_not_found`, also for one that is not over */
    async summary(member: BoardMember, id: string): Promise<SessionSummary> {
      await steps.settled(id)
      const session = await store.find(member.boardId, id)
      if (session?.run.status !== 'ended') throw new DomainError('session_not_found')
      const { startedAtMs, endedAtMs } = session.run
      const votes = await votesOf(member, { id, startedAtMs, endedAtMs })
      const plan = viewOf(session, member).plan
      const [records, guests] = [await store.stepRecords(id), await store.guests(id)]
      const summary = summarise({ ...session, plan }, records, guests, votes)
      if (!summary) throw new DomainError('session_not_found')
      return summary
    },

    /** Her line has been gone for too long. */
    leaderGone: (boardId: string, leaderId: string) =>
      changeQuietly(
        boardId,
        (session) => (session.leaderId === leaderId ? passToDeputy(session) : undefined) ?? session,
      ),

    /** Nobody has said it: they came, or their lines are gone or back. */
    async peopleAtTables(boardId: string, people: PeopleAtTables): Promise<void> {
      await changeQuietly(boardId, await seatingOf(boardId, people))
    },

    /** They are on the board while its session runs. */
    async guestsSeen(boardId: string, sessionId: string, people: readonly Person[]): Promise<void> {
      await store
        .addGuests(sessionId, people.map(toStepGuest))
        .catch((err: unknown) =>
          logger.error({ boardId, sessionId, err }, 'Who is here was not noted for the summary.'),
        )
    },

    personRemoved: (boardId: string, participantId: string) =>
      changeQuietly(boardId, (session) => withoutPerson(session, participantId)),

    personDemoted: (boardId: string, participantId: string) =>
      changeQuietly(boardId, (session) => withoutLead(session, participantId)),
  }

  async function sayOnce(member: BoardMember, said: Said): Promise<SessionNow> {
    const { key, version, command } = said
    const now = await store.current(member.boardId)
    if (!now) return sayAfterwards(member, key)
    if (await store.hasCommand(now.id, member.participantId, key)) return present(now, member)
    if (member.role === 'facilitator') {
      await assertMayLead(member, command)
      await assertKnown(member.boardId, command)
    }
    const nowMs = clock.nowMs()
    const by = { participantId: member.participantId, name: member.name, role: member.role }
    const next = (session: Session): Session => {
      const newId = () => (mayNameStep(session, key) ? key : secrets.newId())
      const applied = applyCommand(session, command, { nowMs, by, newId })
      if (applied.status === 'refused') throw new DomainError(applied.code, detailsOf(applied.code, session, member))
      if (isStale(session, command, version)) throw new DomainError('session_stale', present(session, member))
      return applied.session
    }
    const changed = await heads.change(member.boardId, next, { key, by, atMs: nowMs, command })
    keepSteps(changed, member)
    return present(changed.after, member)
  }

  /** The session that somebody means has just ended, perhaps by this very command, or there is none. */
  async function sayAfterwards(member: BoardMember, key: string): Promise<SessionNow> {
    const [last] = await store.listOver(member.boardId)
    const over = last && (await store.find(member.boardId, last.id))
    if (!over) throw new DomainError('no_session')
    if (await store.hasCommand(over.id, member.participantId, key)) return present(over, member)
    throw new DomainError('session_over', present(over, member))
  }

  function detailsOf(code: string, session: Session, member: BoardMember): Readonly<Record<string, unknown>> {
    if (code === 'not_allowed') return { detail: 'Only facilitators of this board may.' }
    return present(session, member)
  }

  async function seatingOf(boardId: string, people: PeopleAtTables): Promise<(session: Session) => Session> {
    const joined = people.comers.length === 0 ? [] : await listGuests(boardId)
    return (session) => {
      const guests = joined.map(({ id, ...guest }) => guestOf({ ...guest, participantId: id }, session.plan.format))
      return withPeople(session, guests, people)
    }
  }

  async function assertKnown(boardId: string, command: SessionCommand): Promise<void> {
    const people = peopleSeatedBy(command)
    if (people.size > 0 && !(await areOnBoard(boardId, people))) throw new DomainError('unknown_person')
  }

  async function assertMayLead({ boardId, participantId: own }: BoardMember, command: SessionCommand): Promise<void> {
    if (command.type !== 'hand_over' && command.type !== 'name_deputy') return
    const { participantId } = command
    if (participantId !== null && participantId !== own && !(await isFacilitator(boardId, participantId)))
      throw new DomainError('not_a_facilitator')
  }
}

/** Whether its sender may call a new step by it: nothing in this session was ever called so. */
function mayNameStep({ plan, run }: Session, key: string): boolean {
  const visits = run.status === 'planned' ? [] : run.visits
  return (
    entityIdPattern.test(key) &&
    !plan.steps.some(({ id }) => id === key) &&
    !visits.some(({ stepId }) => stepId === key)
  )
}
