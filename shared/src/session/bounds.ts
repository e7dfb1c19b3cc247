import type { ErrorCode } from '../errors.ts'
import type { GoesOn, Plan, Step } from './session.ts'
import { isPreparedVoteFine } from './votes/prepared-vote.ts'

export const maxSteps = 100
/** Of a step, and of what may be given at once. */
export const maxStepMinutes = 24 * 60
export const maxStepTitleLength = 120
export const maxPromptLength = 1_000
export const maxNotesLength = 4_000
export const maxTextLanguages = 20
export const maxPlanTitleLength = 200
const maxMeetingUrlLength = 2_000
export const maxExpectedPeople = 10_000
/** Of a clock, whatever was added to it. */
export const maxStepMs = maxStepMinutes * 60_000
/** Of all steps together, as JSON: everybody who comes is told them. */
const maxStepsLength = 512 * 1024
export const maxZonesOfStep = 100
/** Of one step. */
export const maxParts = 60
/** From one day of a session to the next. */
export const maxDaysLater = 60
export const maxKeyLength = 64
/** Of a list of people. */
export const maxPeople = 2_000
/** Older ones are forgotten: a session that long has been about something else. */
export const maxVisits = 1_000

export function isWholeMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && Math.abs(minutes) <= maxStepMinutes
}

/** @returns what is wrong with a step, undefined when nothing is. */
export function findStepFault(step: Omit<Step, 'id'>): ErrorCode | undefined {
  if (!isWholeMinutes(step.minutes) || step.minutes < 0) return 'step_too_long'
  const isShort =
    isShortText(step.title, maxStepTitleLength) &&
    isShortText(step.prompt, maxPromptLength) &&
    isShortText(step.notes, maxNotesLength)
  if (!isShort) return 'text_too_long'
  const keys = [...step.zones, ...step.feeds]
  const areKeysFine = keys.every((key) => key.length > 0 && key.length <= maxKeyLength)
  const isListFine = (list: readonly string[]) => list.length <= maxZonesOfStep && new Set(list).size === list.length
  const isFine =
    areKeysFine &&
    [step.zones, step.feeds, step.tools].every(isListFine) &&
    isPartsCount(step.parts ?? 1) &&
    (!step.vote || isPreparedVoteFine(step.vote)) &&
    (!step.goesOn || (step.mode === 'break' && step.minutes === 0 && isGoesOnFine(step.goesOn)))
  return isFine ? undefined : 'out_of_bounds'
}

export function findPlanFault(plan: Plan): ErrorCode | undefined {
  const { title, startsAtMs, timeZone, meetingUrl, expectedPeople, steps } = plan
  if (steps.length > maxSteps) return 'too_many_steps'
  if (title.length > maxPlanTitleLength || JSON.stringify(steps).length > maxStepsLength) return 'text_too_long'
  const isFine =
    (startsAtMs === null || (Number.isInteger(startsAtMs) && startsAtMs >= 0 && startsAtMs <= maxDateMs)) &&
    timeZone.length <= maxKeyLength &&
    (meetingUrl === null || isWebAddress(meetingUrl)) &&
    (expectedPeople === null || isCount(expectedPeople))
  return isFine ? undefined : 'out_of_bounds'
}

/** The last moment that `Date` knows. */
const maxDateMs = 8_640_000_000_000_000

function isShortText(text: Readonly<Record<string, string>>, maxLength: number): boolean {
  const words = Object.entries(text)
  return (
    words.length <= maxTextLanguages &&
    words.every(([language, { length }]) => language.length <= maxKeyLength && length <= maxLength)
  )
}

export function isPartsCount(parts: number): boolean {
  return Number.isInteger(parts) && parts >= 1 && parts <= maxParts
}

export function isGoesOnFine({ daysLater, minuteOfDay }: GoesOn): boolean {
  const isWithin = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most
  return isWithin(daysLater, 1, maxDaysLater) && isWithin(minuteOfDay, 0, 24 * 60 - 1)
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maxExpectedPeople
}

/** It is shown as a link: nothing but a page on the web may hide behind it. */
function isWebAddress(value: string): boolean {
  return value.length <= maxMeetingUrlLength && /^https?:\/\/[^\s]+$/i.test(value)
}
