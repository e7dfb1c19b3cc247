import { lazy } from 'react'

/** A board without votes loads none of this. */
const parts = () => import('./vote-parts.ts')
const panel = () => import('./VotesPanel.tsx')

export const VoteBar = lazy(async () => ({ default: (await parts()).VoteBar }))
export const VotesOnCanvas = lazy(async () => ({ default: (await parts()).VotesOnCanvas }))
export const VotesPanel = lazy(async () => ({ default: (await panel()).VotesPanel }))
