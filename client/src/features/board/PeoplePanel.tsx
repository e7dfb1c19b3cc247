import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, personColours } from '#shared/protocol/messages.ts'
import type { CanvasHandle, PageSummary } from '../../canvas/canvas-handle.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import { Origin } from '../country/index.ts'
import { HandsQueue, PersonMenu, PersonSigns, RemovedPeople } from '../session/index.ts'
import { LineRow } from './LineRow.tsx'
import styles from './PeoplePanel.module.css'

const nobody = constant<number | null>(null)
const noPages = constant<readonly PageSummary[]>([])
const nowhere = constant<Readonly<Record<string, string>>>({})

export type PeoplePanelProps = {
  readonly connection: BoardConnection
  readonly canvas: CanvasHandle | undefined
  /** False until the session's parts know where they are. */
  readonly hasDesk: boolean
}

/** Who is here. Following somebody shows what she sees until one moves the view oneself. */
export function PeoplePanel({ connection, canvas, hasDesk }: PeoplePanelProps) {
  const { t } = useTranslation('board')
  const { language } = useLanguage()
  const people = useReadable(connection.people)
  const isOnline = useReadable(connection.connection).status === 'online'
  const self = useReadable(connection.self)
  const following = useReadableOr(canvas?.following, nobody)
  const isFacilitator = self?.role === 'facilitator'
  const pages = useReadableOr(canvas?.pages, noPages)
  const pagesOfOthers = useReadableOr(canvas?.pagesOfOthers, nowhere)
  /** Of a board with several: told of those who look at another one than the reader. */
  const pageOf = ({ connections }: Person) => {
    const ids = pages.length > 1 ? connections.map(({ clientId }) => pagesOfOthers[clientId]) : []
    return ids.includes(undefined) ? undefined : pages.find(({ id }) => id === ids[0])?.title
  }
  if (people.length === 0) return <p className={styles.none}>{t(isOnline ? 'people.none' : 'people.offline')}</p>
  return (
    <>
      <LineRow connection={connection} />
      <Suspense>{hasDesk ? <HandsQueue isFacilitator={isFacilitator} /> : null}</Suspense>
      <ul className={styles.list}>
        {inReadingOrder(people, self?.participantId, language).map((person) => (
          <PersonRow
            key={person.participantId}
            person={person}
            isSelf={person.participantId === self?.participantId}
            {...{ hasDesk, isFacilitator }}
            page={person.participantId === self?.participantId ? undefined : pageOf(person)}
            isFollowed={following !== null && person.connections.some(({ clientId }) => clientId === following)}
            onFollow={canvas ? (clientId) => canvas.follow(clientId) : undefined}
          />
        ))}
      </ul>
      <Suspense>{hasDesk && isFacilitator ? <RemovedPeople /> : null}</Suspense>
    </>
  )
}

/** Oneself, then those who lead, then by name. */
function inReadingOrder(people: readonly Person[], selfId: string | undefined, locale: string): readonly Person[] {
  const rank = ({ participantId, role }: Person) => (participantId === selfId ? 0 : role === 'facilitator' ? 1 : 2)
  return people.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, locale))
}

type PersonRowProps = {
  readonly person: Person
  readonly isSelf: boolean
  readonly hasDesk: boolean
  /** Who looks is one. */
  readonly isFacilitator: boolean
  /** Where she is, when it is not where the reader is. */
  readonly page: string | undefined
  readonly isFollowed: boolean
  readonly onFollow: ((clientId: number | null) => void) | undefined
}

function PersonRow({ person, isSelf, hasDesk, isFacilitator, page, isFollowed, onFollow }: PersonRowProps) {
  const { t } = useTranslation('board')
  const { name, country, organisation, role, colour, connections } = person
  const clientId = connections[0]?.clientId
  return (
    <li className={styles.row}>
      <Avatar name={name} colour={personColours[colour]} />
      <div className={styles.person}>
        <p className={styles.name}>
          <bdi>{name}</bdi>
          {isSelf ? <span className={styles.you}> {t('people.you')}</span> : null}
        </p>
        {country || organisation ? (
          <p className={styles.detail}>
            <Origin {...{ country, organisation }} />
          </p>
        ) : null}
        <p className={styles.detail}>{t(`role.${role}`)}</p>
        {page === undefined ? null : <p className={styles.detail}>{t('people.onPage', { page })}</p>}
        <Suspense>{hasDesk ? <PersonSigns participantId={person.participantId} /> : null}</Suspense>
      </div>
      {!isSelf && onFollow && clientId !== undefined ? (
        <Button
          size="small"
          aria-label={t(isFollowed ? 'people.unfollowName' : 'people.followName', { name })}
          onClick={() => onFollow(isFollowed ? null : clientId)}
        >
          {t(isFollowed ? 'people.unfollow' : 'people.follow')}
        </Button>
      ) : null}
      <Suspense>{isFacilitator && hasDesk ? <PersonMenu {...{ person, isSelf }} /> : null}</Suspense>
    </li>
  )
}
