import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { Switch } from '../../ui/Switch.tsx'
import styles from './RoomControls.module.css'
import { useSessionPlace, useZones } from './session-context.ts'
import { stepPlace } from './step-place.ts'
import { useCommand } from './use-command.ts'

/** Everybody's attention: bring them somewhere, hold them there, let nobody write. */
export function RoomControls({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { canvas } = useSessionPlace()
  const zones = useZones()
  const say = useCommand()
  const { heldZone, isFrozen } = session.attention
  // What she looks at herself is what she most likely means.
  const [zone, setZone] = useState(() => {
    const seen = canvas?.zonesInView.get() ?? []
    const looked = seen.length === 1 ? zones.find(({ id }) => id === seen[0])?.key : undefined
    return looked ?? stepPlace(session)?.step.zones[0] ?? zones[0]?.key ?? ''
  })
  return (
    <div className={styles.controls}>
      {zones.length > 0 ? (
        <>
          <Select label={t('room.zone')} value={zone} onChange={(event) => setZone(event.target.value)}>
            {zones.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
          <div className={styles.actions}>
            <Button kind="primary" onClick={() => void say({ type: 'call_to_zone', zone })}>
              {t('room.call')}
            </Button>
            {heldZone === null ? (
              <Button onClick={() => void say({ type: 'hold_view', zone })}>{t('room.hold')}</Button>
            ) : (
              <Button onClick={() => void say({ type: 'hold_view', zone: null })}>{t('room.release')}</Button>
            )}
          </div>
          <p className={styles.hint}>{t('room.hint')}</p>
        </>
      ) : null}
      <Switch
        label={t('room.freeze')}
        hint={t('room.freezeHint')}
        isOn={isFrozen}
        onChange={(next) => void say({ type: 'freeze', isFrozen: next })}
      />
    </div>
  )
}
