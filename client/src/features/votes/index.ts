export { VotesPanel } from './lazy-parts.ts'
export { VoteBarAt, VoteMarks } from './VoteParts.tsx'
export { VotesProvider } from './VotesProvider.tsx'
