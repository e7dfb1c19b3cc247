import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/protocol/messages.ts'
import { When } from '../../i18n/When.tsx'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './AsidePanel.module.css'
import { AsideRow } from './AsideRow.tsx'
import { groupAside } from './group-aside.ts'
import { mayPutBack } from './may-put-back.ts'

export type AsidePanelProps = {
  readonly device: BoardOnDevice
  readonly role: Role
}

/** What was written here and did not come onto the board: to be put there after all, or thrown away. */
export function AsidePanel({ device, role }: AsidePanelProps) {
  const { t } = useTranslation('board')
  const toast = useToast()
  const items = useReadable(device.aside)
  const isKept = useReadable(device.isKept)
  const top = useRef<HTMLParagraphElement>(null)
  const usable = items.filter((item) => mayPutBack(item, role))
  const put = (chosen: readonly AsideItem[]) => {
    device.putOnBoard(chosen)
    toast({ text: t('aside.done.put', { count: chosen.length }) })
    // Its row has gone with its button.
    top.current?.focus()
  }
  const throwAway = (chosen: readonly AsideItem[]) => {
    device.throwAway(chosen)
    toast({ text: t('aside.done.thrown', { count: chosen.length }), undo: () => device.takeBack(chosen) })
    top.current?.focus()
  }
  return (
    <>
      <p className={styles.intro} tabIndex={-1} ref={top}>
        {items.length === 0 ? t('aside.none') : t(isKept ? 'aside.intro' : 'aside.introInTab')}
      </p>
      {items.length > usable.length ? (
        <p className={styles.note}>{t(role === 'viewer' ? 'aside.viewer' : 'aside.zones')}</p>
      ) : null}
      {items.length > 1 ? (
        <div className={styles.actions}>
          {usable.length > 1 ? (
            <Button size="small" kind="primary" onClick={() => put(usable)}>
              {t('aside.putAll', { count: usable.length })}
            </Button>
          ) : null}
          <Button size="small" kind="quiet" onClick={() => throwAway(items)}>
            {t('aside.throwAll')}
          </Button>
        </div>
      ) : null}
      {groupAside(items).map(({ reason, atMs, items: together }) => (
        <section key={`${reason} ${atMs}`} className={styles.group}>
          <p className={styles.why}>
            {t(`aside.why.${reason}`)} <When atMs={atMs} />
          </p>
          <ul className={styles.list}>
            {together.map((item) => (
              <AsideRow
                key={item.id}
                item={item}
                isAlone={device.isAlone(item)}
                onPutBack={usable.includes(item) ? () => put([item]) : undefined}
                onThrowAway={() => throwAway([item])}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
