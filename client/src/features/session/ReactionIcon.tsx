import { HandHeart, Heart, Laugh, Lightbulb, type LucideIcon, PartyPopper, ThumbsUp } from 'lucide-react'
import type { Reaction } from '#shared/protocol/reactions.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './ReactionIcon.module.css'

/** Our own drawings: what a device draws for an emoji differs from one to the next, and some draw none. */
const icons: Readonly<Record<Reaction, LucideIcon>> = {
  thumbs_up: ThumbsUp,
  heart: Heart,
  celebrate: PartyPopper,
  laugh: Laugh,
  idea: Lightbulb,
  thanks: HandHeart,
}

export function ReactionIcon({ reaction, size }: { readonly reaction: Reaction; readonly size: number }) {
  const Icon = icons[reaction]
  return (
    <span className={classNames(styles.disc, styles[reaction])} aria-hidden="true">
      <Icon size={size} strokeWidth={2.25} />
    </span>
  )
}
