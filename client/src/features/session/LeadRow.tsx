import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/Menu.tsx'
import styles from './LeadRow.module.css'
import { usePeopleById, useSelf } from './session-context.ts'
import { useCommand } from './use-command.ts'
import { useFacilitatorsHere } from './use-facilitators-here.ts'

/** Who leads and who stands in; handing over is the menu and a name. */
export function LeadRow({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const self = useSelf()
  const people = usePeopleById()
  const { leaderId, deputyId } = session
  const nameOf = (id: string | null) =>
    id === null
      ? t('lead.nobody')
      : id === self?.participantId
        ? t('lead.you')
        : (people.get(id)?.name ?? t('lead.away'))
  return (
    <div className={styles.row}>
      <p>
        {t('lead.leader', { name: nameOf(leaderId) })}
        <br />
        <span className={styles.soft}>{t('lead.deputy', { name: nameOf(deputyId) })}</span>
      </p>
      <LeadMenu session={session} />
    </div>
  )
}

function LeadMenu({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const facilitators = useFacilitatorsHere()
  const { leaderId, deputyId } = session
  const others = facilitators.filter(({ participantId }) => participantId !== leaderId)
  if (others.length === 0) return <p className={styles.soft}>{t('lead.alone')}</p>
  return (
    <Menu trigger={<Button size="small">{t('lead.handOver')}</Button>}>
      <MenuLabel>{t('lead.handOverTo')}</MenuLabel>
      {others.map(({ participantId, name, isSelf }) => (
        <MenuItem key={participantId} onSelect={() => void say({ type: 'hand_over', participantId })}>
          {isSelf ? t('lead.takeOver') : name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuLabel>{t('lead.nameDeputy')}</MenuLabel>
      {others
        .filter(({ participantId }) => participantId !== deputyId)
        .map(({ participantId, name, isSelf }) => (
          <MenuItem key={participantId} onSelect={() => void say({ type: 'name_deputy', participantId })}>
            {isSelf ? t('lead.you') : name}
          </MenuItem>
        ))}
      {deputyId === null ? null : (
        <MenuItem onSelect={() => void say({ type: 'name_deputy', participantId: null })}>
          {t('lead.noDeputy')}
        </MenuItem>
      )}
    </Menu>
  )
}
