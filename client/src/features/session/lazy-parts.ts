import { lazyPart } from '../../ui/lazy-part.ts'

/** A board without a session loads none of this, and a participant nothing of what facilitators have. */
const everybodys = () => import('./everybodys-parts.ts')
const facilitators = () => import('./facilitators-parts.ts')
const peoples = () => import('./people-parts.ts')

export const Arrival = lazyPart(async () => (await everybodys()).Arrival)
export const Reactions = lazyPart(async () => (await everybodys()).Reactions)
export const SessionBar = lazyPart(async () => (await everybodys()).SessionBar)
export const SessionDock = lazyPart(async () => (await everybodys()).SessionDock)
export const SessionStrip = lazyPart(async () => (await everybodys()).SessionStrip)
export const RunOfShow = lazyPart(async () => (await facilitators()).RunOfShow)
export const Rehearsal = lazyPart(async () => (await facilitators()).Rehearsal)
export const HandsQueue = lazyPart(async () => (await peoples()).HandsQueue)
export const PersonMenu = lazyPart(async () => (await peoples()).PersonMenu)
export const PersonSigns = lazyPart(async () => (await peoples()).PersonSigns)
export const RemovedPeople = lazyPart(async () => (await peoples()).RemovedPeople)
