import { ArrowDown, ArrowUp, Ellipsis, GripVertical } from 'lucide-react'
import type { ComponentPropsWithoutRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ZoneRow as Row } from '../../canvas/zoning/canvas-zones.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import drag from '../../ui/DragRow.module.css'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import type { DragOrder } from '../../ui/use-drag-order.ts'
import styles from './zones.module.css'

type ZoneRowProps = {
  readonly row: Row
  readonly index: number
  readonly count: number
  /** Titles of the steps that name it. */
  readonly steps: readonly string[]
  readonly isInHand: boolean
  readonly dropSide: 'before' | 'after' | undefined
  readonly handleProps: ReturnType<DragOrder['handleProps']> & ComponentPropsWithoutRef<'button'>
  readonly onShow: () => void
  readonly onMove: (to: number) => void
  readonly onEdit: () => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

/** One zone: its place in the order, its name, and what is in it. */
export function ZoneRow(props: ZoneRowProps) {
  const { row, index, count, steps, isInHand, dropSide, handleProps } = props
  const { t } = useTranslation('zones')
  const zone = row.heading
  const facts = [
    t('notes', { count: row.noteCount }),
    ...(steps.length > 0 ? [t('steps', { count: steps.length })] : []),
  ]
  return (
    <li className={classNames(drag.row, styles.row)} data-in-hand={isInHand || undefined} data-drop={dropSide}>
      <button type="button" className={drag.handle} aria-label={t('move', { zone })} {...handleProps}>
        <GripVertical size={16} aria-hidden="true" />
      </button>
      <span className={styles.number} aria-hidden="true">
        {t('number', { number: index + 1 })}
      </span>
      <button type="button" className={styles.main} onClick={props.onShow} title={steps.join('\n') || undefined}>
        <span className={styles.heading} dir="auto">
          {zone}
        </span>
        <span className={styles.facts}>{facts.join(' · ')}</span>
        {row.over.length > 0 ? (
          <span className={styles.over}>
            {t('over', { zones: row.over.map((name) => `\u2068${name}\u2069`).join(', ') })}
          </span>
        ) : null}
      </button>
      <IconButton
        size="small"
        label={t('moveUp', { zone })}
        disabled={index === 0}
        onClick={() => props.onMove(index - 1)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        size="small"
        label={t('moveDown', { zone })}
        disabled={index === count - 1}
        onClick={() => props.onMove(index + 1)}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </IconButton>
      <Menu
        trigger={
          <IconButton size="small" label={t('more', { zone })}>
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={props.onEdit}>{t('edit')}</MenuItem>
        <MenuItem onSelect={props.onDuplicate}>{t('duplicate')}</MenuItem>
        <MenuSeparator />
        <MenuItem isDangerous onSelect={props.onRemove}>
          {t('delete')}
        </MenuItem>
      </Menu>
    </li>
  )
}
