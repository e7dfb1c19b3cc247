export { ProblemState } from './ProblemState.tsx'
export { useProblemText } from './use-problem-text.ts'
