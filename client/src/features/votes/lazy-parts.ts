import { lazyPart } from '../../ui/lazy-part.ts'

/** A board without votes loads none of this. */
const parts = () => import('./vote-parts.ts')
const panel = () => import('./VotesPanel.tsx')

export const VoteBar = lazyPart(async () => (await parts()).VoteBar)
export const VotesOnCanvas = lazyPart(async () => (await parts()).VotesOnCanvas)
export const VotesPanel = lazyPart(async () => (await panel()).VotesPanel)
