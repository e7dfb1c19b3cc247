export { VotesPanel } from './lazy-parts.ts'
export { useFirstVoted } from './use-rounds.ts'
export { VoteBarAt, VoteMarks } from './VoteParts.tsx'
export { VotesProvider } from './VotesProvider.tsx'
