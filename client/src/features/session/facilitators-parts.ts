export { Rehearsal } from './Rehearsal.tsx'
export { RunOfShow } from './RunOfShow.tsx'
