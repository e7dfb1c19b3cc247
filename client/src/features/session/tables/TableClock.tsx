import { Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu, MenuItem, MenuLabel } from '../../../ui/Menu.tsx'
import { StepTimer } from '../StepTimer.tsx'
import { useCommand } from '../use-command.ts'
import styles from './TableClock.module.css'

const lengths = [3, 5, 10, 15] as const

/** The time that a table has for itself; undefined where it goes by the step's. */
export function clockOf(session: SessionView, zone: string) {
  if (session.run.status !== 'running') return undefined
  return session.run.tableClocks.find((table) => table.zone === zone)?.clock
}

export type TableClockProps = { readonly session: SessionView; readonly zone: string; readonly name: string }

/** A table's own time, for facilitators and for who stays at it. */
export function TableClock({ session, zone, name }: TableClockProps) {
  const { t } = useTranslation('tables')
  const say = useCommand()
  const clock = clockOf(session, zone)
  return (
    <div className={styles.clock}>
      {clock ? <StepTimer clock={clock} /> : null}
      <Menu
        trigger={
          <Button size="small" kind={clock ? 'quiet' : 'plain'} aria-label={t('clock.menu', { name })}>
            <Timer size={16} aria-hidden="true" />
            {clock ? null : t('clock.own')}
          </Button>
        }
      >
        {clock ? (
          <>
            {clock.state === 'paused' ? (
              <MenuItem onSelect={() => void say({ type: 'resume_table_clock', zone })}>{t('clock.resume')}</MenuItem>
            ) : (
              <MenuItem onSelect={() => void say({ type: 'pause_table_clock', zone })}>{t('clock.pause')}</MenuItem>
            )}
            {[1, 5].map((minutes) => (
              <MenuItem key={minutes} onSelect={() => void say({ type: 'add_table_minutes', zone, minutes })}>
                {t('clock.add', { count: minutes })}
              </MenuItem>
            ))}
            <MenuItem onSelect={() => void say({ type: 'stop_table_clock', zone })}>{t('clock.stop')}</MenuItem>
          </>
        ) : (
          <>
            <MenuLabel>{t('clock.label')}</MenuLabel>
            {lengths.map((minutes) => (
              <MenuItem key={minutes} onSelect={() => void say({ type: 'start_table_clock', zone, minutes })}>
                {t('clock.start', { count: minutes })}
              </MenuItem>
            ))}
          </>
        )}
      </Menu>
    </div>
  )
}
