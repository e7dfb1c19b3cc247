import { expect, test } from 'vitest'
import { findPlanFault } from '../session/bounds.ts'
import { planFromTemplate } from '../session/plan-from-template.ts'
import { plan } from '../session/testing/sessions.ts'
import { designSprintWeek } from './sprint/design-sprint-week.ts'

const { pages = [], zones, steps } = designSprintWeek

test('the week has a page a day, in their order, and every zone lies on the page that its key says', () => {
  expect(pages.map(({ title }) => title.en)).toEqual(['Brief', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
  for (const { key, page } of zones) expect(key.startsWith(`${page}-`), key).toBe(true)
  const inOrder = steps.map(({ key }) => pages.findIndex((page) => key.startsWith(`${page.key}-`)))
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
})

test('what a day decides feeds a later page', () => {
  const feedsOf = (key: string) => steps.find((step) => step.key === key)?.feeds ?? []
  for (const day of ['tuesday', 'wednesday', 'thursday', 'friday']) {
    for (const step of ['monday-goal', 'monday-questions', 'monday-target'])
      expect(feedsOf(step)).toContain(`${day}-aim`)
  }
  const chain = [
    ['monday-questions', 'friday-answers'],
    ['tuesday-hand-in', 'wednesday-gallery'],
    ['wednesday-straw-poll', 'wednesday-super-vote'],
    ['wednesday-super-vote', 'wednesday-storyboard'],
    ['wednesday-storyboard', 'thursday-scenes'],
    ['wednesday-storyboard', 'thursday-roles'],
    ['thursday-build', 'friday-grid'],
    ['friday-interview-5', 'friday-patterns'],
    ['friday-patterns', 'friday-answers'],
    ['friday-answers', 'friday-decision'],
    ['friday-decision', 'friday-pilot-card'],
  ] as const
  for (const [step, zone] of chain) expect(feedsOf(step), step).toContain(zone)
})

test('a step feeds what it fed alone, on its own page, besides what it carries on', () => {
  expect(steps.find(({ key }) => key === 'monday-map')?.feeds).toEqual(['monday-target'])
})

test('the run of show of a whole week is one that a session takes', () => {
  let ids = 0
  const newId = () => {
    ids += 1
    return `step-${ids}`
  }
  expect(findPlanFault(planFromTemplate(designSprintWeek, plan(), newId))).toBeUndefined()
})
