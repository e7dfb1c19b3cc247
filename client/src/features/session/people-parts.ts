export { HandsQueue } from './HandsQueue.tsx'
export { PersonMenu } from './PersonMenu.tsx'
export { PersonSigns } from './PersonSigns.tsx'
export { RemovedPeople } from './RemovedPeople.tsx'
