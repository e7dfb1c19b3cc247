import { lazy } from 'react'

/** A board without a session loads none of this, and a participant nothing of what facilitators have. */
const everybodys = () => import('./everybodys-parts.ts')
const facilitators = () => import('./facilitators-parts.ts')
const peoples = () => import('./people-parts.ts')

export const Arrival = lazy(async () => ({ default: (await everybodys()).Arrival }))
export const Reactions = lazy(async () => ({ default: (await everybodys()).Reactions }))
export const SessionBar = lazy(async () => ({ default: (await everybodys()).SessionBar }))
export const SessionDock = lazy(async () => ({ default: (await everybodys()).SessionDock }))
export const SessionStrip = lazy(async () => ({ default: (await everybodys()).SessionStrip }))
export const RunOfShow = lazy(async () => ({ default: (await facilitators()).RunOfShow }))
export const Rehearsal = lazy(async () => ({ default: (await facilitators()).Rehearsal }))
export const HandsQueue = lazy(async () => ({ default: (await peoples()).HandsQueue }))
export const PersonMenu = lazy(async () => ({ default: (await peoples()).PersonMenu }))
export const PersonSigns = lazy(async () => ({ default: (await peoples()).PersonSigns }))
export const RemovedPeople = lazy(async () => ({ default: (await peoples()).RemovedPeople }))
