import { useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#shared/protocol/messages.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { removeNotesOf, removePerson, restoreNotes, updatePerson } from '../../api/sessions.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import { useSession, useSessionPlace } from './session-context.ts'
import { useCommand } from './use-command.ts'

export type PersonMenuProps = { readonly person: Person; readonly isSelf: boolean }

/** For facilitators: what a person is here, and whether she may write or stay. */
export function PersonMenu({ person, isSelf }: PersonMenuProps) {
  const { t } = useTranslation('session')
  const { board } = useSessionPlace()
  const session = useSession()
  const say = useCommand()
  const queryClient = useQueryClient()
  const toast = useToast()
  const problemText = useProblemText()
  const [isRemoving, setIsRemoving] = useState(false)
  const { participantId, name, role } = person
  const tell = (error: unknown) => toast({ text: problemText(error) })
  const isOpen = session !== undefined && session.run.status !== 'ended'
  const isMuted = session?.muted.includes(participantId) ?? false

  const changeRole = (next: Person['role']) => {
    updatePerson(board.id, participantId, { role: next }).then(
      () =>
        toast({
          text: t(next === 'facilitator' ? 'person.madeFacilitator' : 'person.madeEditor', { name }),
          undo: () => void updatePerson(board.id, participantId, { role }).catch(tell),
        }),
      tell,
    )
  }
  const removeNotes = () => {
    removeNotesOf(board.id, participantId).then(({ removalId, shapeCount }) => {
      // Nobody can tell whose these were.
      const isAnyAnonymous = session?.plan.steps.some(({ mode, isAnonymous }) => mode === 'private' && isAnonymous)
      const anonymous = isAnyAnonymous ? t('person.anonymousStay') : ''
      if (removalId === null) return toast({ text: `${t('person.noNotes', { name })} ${anonymous}`.trim() })
      toast({
        text: `${t('person.notesRemoved', { count: shapeCount, name })} ${anonymous}`.trim(),
        undo: () => void restoreNotes(board.id, removalId).catch(tell),
      })
    }, tell)
  }
  const refresh = () => void queryClient.invalidateQueries({ queryKey: queryKeys.boardPeople(board.id) })
  const remove = () => {
    setIsRemoving(false)
    removePerson(board.id, participantId).then(() => {
      refresh()
      toast({
        text: t('person.removed', { name }),
        undo: () => void updatePerson(board.id, participantId, { isRemoved: false }).then(refresh, tell),
      })
    }, tell)
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('person.more', { name })} size="small">
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        {role === 'facilitator' && isOpen ? (
          <>
            <MenuItem
              isDisabled={session.leaderId === participantId}
              onSelect={() => void say({ type: 'hand_over', participantId })}
            >
              {isSelf ? t('lead.takeOver') : t('person.handOver')}
            </MenuItem>
            <MenuItem
              isDisabled={session.leaderId === participantId || session.deputyId === participantId}
              onSelect={() => void say({ type: 'name_deputy', participantId })}
            >
              {t('person.makeDeputy')}
            </MenuItem>
          </>
        ) : null}
        {isSelf ? null : (
          <>
            {role === 'facilitator' ? (
              <MenuItem onSelect={() => changeRole('editor')}>{t('person.makeEditor')}</MenuItem>
            ) : (
              <MenuItem onSelect={() => changeRole('facilitator')}>{t('person.makeFacilitator')}</MenuItem>
            )}
            {role === 'editor' && isOpen ? (
              <MenuItem onSelect={() => void say({ type: 'mute', participantId, isMuted: !isMuted })}>
                {t(isMuted ? 'person.unmute' : 'person.mute')}
              </MenuItem>
            ) : null}
          </>
        )}
        <MenuSeparator />
        <MenuItem isDangerous onSelect={removeNotes}>
          {t('person.removeNotes')}
        </MenuItem>
        {isSelf ? null : (
          <MenuItem isDangerous onSelect={() => setIsRemoving(true)}>
            {t('person.remove')}
          </MenuItem>
        )}
      </Menu>
      {isRemoving ? (
        <ConfirmDialog
          isOpen
          onClose={() => setIsRemoving(false)}
          title={t('person.removeTitle', { name })}
          description={t('person.removeText')}
          action={t('person.removeAction')}
          onConfirm={remove}
        />
      ) : null}
    </>
  )
}
