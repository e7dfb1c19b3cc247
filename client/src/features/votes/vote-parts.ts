export { VoteBar } from './VoteBar.tsx'
export { VotesOnCanvas } from './VotesOnCanvas.tsx'
