import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { classNames } from '../../ui/class-names.ts'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './Stepper.module.css'
import { useItemName } from './use-item-name.ts'
import type { Voting } from './use-voting.ts'
import type { ShownDot } from './vote-desk.ts'
import { useVotesPlace } from './votes-context.ts'

export type StepperProps = {
  readonly item: BoardItem
  readonly voting: Voting
  /** On the canvas, where keys go to the note that is selected. */
  readonly isOnCanvas?: boolean
}

/** One's own dots on a note, with − and +. */
export function Stepper({ item, voting, isOnCanvas = false }: StepperProps) {
  const { t } = useTranslation('votes')
  const kind = useReadable(useVotesPlace().kind)
  const name = useItemName()(item)
  const dots = voting.dotsOn(item.id)
  const count = dots.filter((dot) => dot.kind === kind).length
  const button = {
    type: 'button' as const,
    tabIndex: isOnCanvas ? -1 : 0,
    onMouseDown: isOnCanvas ? keepFocus : undefined,
  }
  return (
    <fieldset className={styles.stepper} aria-label={t('stepper', { name })}>
      <button
        {...button}
        className={styles.step}
        aria-label={t('take', { name })}
        aria-disabled={count === 0 || undefined}
        onClick={() => voting.take(item)}
      >
        <Minus size={20} aria-hidden="true" />
      </button>
      <OwnDots dots={dots} />
      <button
        {...button}
        className={styles.step}
        aria-label={t('put', { name })}
        aria-disabled={voting.left === 0 || undefined}
        onClick={() => voting.put(item)}
      >
        <Plus size={20} aria-hidden="true" />
      </button>
    </fieldset>
  )
}

/** "●2", and "★1" of a Decider; a broken ring round what the server has not confirmed. */
export function OwnDots({ dots }: { readonly dots: readonly ShownDot[] }) {
  const { t } = useTranslation('votes')
  const plain = dots.filter(({ kind }) => kind === 'dot')
  const supers = dots.filter(({ kind }) => kind === 'super')
  const isSent = dots.every((dot) => dot.isSent)
  return (
    <span className={classNames(styles.own, dots.length === 0 && styles.none)} data-sending={!isSent || undefined}>
      <span aria-hidden="true">{plain.length > 0 || supers.length === 0 ? plain.length : null}</span>
      {supers.length > 0 ? <span aria-hidden="true">★{supers.length}</span> : null}
      <span className="visually-hidden">
        {t('own', { count: plain.length })}
        {supers.length > 0 ? ` ${t('ownSupers', { count: supers.length })}` : ''}
        {isSent ? '' : ` ${t('beingSent', { count: dots.filter((dot) => !dot.isSent).length })}`}
      </span>
    </span>
  )
}

/** What is selected on the canvas stays under the keys. */
function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault()
}
