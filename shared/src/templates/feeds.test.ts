import { expect, test } from 'vitest'
import { actionsAt, feeds } from './feeds.ts'
import { findTemplate } from './index.ts'

const zoneKeys = (template: string) => findTemplate(template)?.zones.map(({ key }) => key)

test('every feed leads from zones of a template into a zone of another', () => {
  for (const { from, zones, to, into } of feeds) {
    expect(zoneKeys(from), from).toEqual(expect.arrayContaining([...zones]))
    expect(zoneKeys(to), `${from} to ${to}`).toContain(into)
    expect(from).not.toBe(to)
  }
  expect(zoneKeys(actionsAt.template)).toContain(actionsAt.zone)
})

test('the methods that feed each other do', () => {
  const fed = (from: string) => feeds.filter((feed) => feed.from === from).map(({ to }) => to)
  expect(fed('how-might-we')).toContain('design-sprint-monday-map')
  expect(fed('horizon-scan')).toContain('scenario-matrix')
  expect(fed('persona')).toContain('service-blueprint')
  expect(fed('journey-map')).toContain('service-blueprint')
  expect(fed('feedback-capture-grid')).toContain('design-sprint-friday-test')
  expect(fed('design-sprint-friday-test')).toContain('pilot-to-scale-handover')
})

test('between two templates a zone is fed once', () => {
  const named = feeds.map(({ from, to, into }) => `${from} ${to} ${into}`)
  expect(new Set(named).size).toBe(named.length)
})
