import { describe, expect, test } from 'vitest'
import { actionsZoneOf, endOfTemplate, type FeedEnd, type FeedZone, feedsBetween } from './feeds-between.ts'
import { findTemplate, templates } from './index.ts'

function ours(id: string): FeedEnd {
  const template = findTemplate(id)
  if (!template) throw new Error(`no template ${id}`)
  return endOfTemplate(template)
}
/** The same zones in a template that somebody saved, with what she changed. */
const saved = (id: string, change: (zone: FeedZone) => FeedZone = (zone) => zone): FeedEnd => ({
  template: 'saved-by-somebody',
  zones: ours(id).zones.map(change),
})
const zone = (heading: string, more: Partial<FeedZone> = {}): FeedZone => ({
  ...{ key: `zone-${heading.length}`, heading: { en: heading }, noteKinds: ['note'], background: 'plain' },
  ...more,
})
const drawn = (...zones: readonly FeedZone[]): FeedEnd => ({ template: null, zones })

describe('what a template of one’s own was made of', () => {
  test('feeds and is fed as before, on either side or both', () => {
    const known = feedsBetween(ours('how-might-we'), ours('design-sprint-monday-map'))
    expect(known).toMatchObject([{ zones: ['chosen', 'clusters'], into: 'hmw-inbox' }])
    const ends = [
      [saved('how-might-we'), ours('design-sprint-monday-map')],
      [ours('how-might-we'), saved('design-sprint-monday-map')],
      [saved('how-might-we'), { ...saved('design-sprint-monday-map'), template: 'another' }],
    ] as const
    for (const [from, to] of ends) {
      expect(feedsBetween(from, to)).toContainEqual(
        expect.objectContaining({ zones: ['chosen', 'clusters'], into: 'hmw-inbox' }),
      )
    }
  })

  test('does so under other names, while it is the same zone, and not once it was made anew', () => {
    const renamed = saved('how-might-we', (each) => ({ ...each, heading: { en: `Ours: ${each.key}` } }))
    expect(feedsBetween(renamed, ours('design-sprint-monday-map'))).toMatchObject([{ zones: ['chosen', 'clusters'] }])
    const anew = saved('how-might-we', (each) => ({
      ...each,
      heading: { en: `Anew: ${each.key}` },
      background: 'rings',
    }))
    expect(feedsBetween(anew, ours('design-sprint-monday-map'))).toEqual([])
  })

  test('keeps which row goes to which, and where actions are collected', () => {
    const [feed] = feedsBetween(saved('journey-map'), ours('service-blueprint'))
    expect(feed?.rows).toMatchObject({ 0: 1 })
    expect(actionsZoneOf(saved('action-tracker'))).toBe('new-actions')
    expect(actionsZoneOf(ours('action-tracker'))).toBe('new-actions')
    expect(actionsZoneOf(ours('retrospective'))).toBeUndefined()
  })

  test('is taken for the method it is most like: notes of one workshop are not meant for the same one again', () => {
    expect(feedsBetween(ours('how-might-we'), saved('how-might-we'))).not.toContainEqual(
      expect.objectContaining({ zones: ['chosen', 'clusters'] }),
    )
  })
})

describe('a zone that somebody drew', () => {
  test('is what it is called, in any language, whatever dots and capitals', () => {
    for (const name of ['How might we: inbox', 'how might we – INBOX', 'كيف يمكننا: الوارد']) {
      expect(feedsBetween(ours('how-might-we'), drawn(zone(name)))).toMatchObject([{ zones: ['chosen', 'clusters'] }])
    }
    expect(feedsBetween(ours('how-might-we'), drawn(zone('inbox'), zone('…')))).toEqual([])
  })

  test('takes nothing that it is not for', () => {
    const pictures = zone('How might we: inbox', { noteKinds: ['picture'] })
    expect(feedsBetween(ours('how-might-we'), drawn(pictures))).toEqual([])
  })

  test('is fed by a zone of the same name, unless both boards began alike', () => {
    const [from, to] = [drawn(zone('Our risks', { key: 'a' })), drawn(zone('our risks', { key: 'b' }), zone('Plan'))]
    expect(feedsBetween(from, to)).toMatchObject([{ zones: ['a'], into: 'b' }])
    const began = (end: FeedEnd) => ({ ...end, template: 'saved-by-somebody' })
    expect(feedsBetween(began(from), to)).toHaveLength(1)
    expect(feedsBetween(began(from), began(to))).toEqual([])
  })
})

test('between our templates nothing is taken for what it is called', () => {
  for (const from of templates)
    for (const to of templates)
      for (const { into, zones } of feedsBetween(endOfTemplate(from), endOfTemplate(to))) {
        expect(to.zones.map(({ key }) => key)).toContain(into)
        expect(from.zones.map(({ key }) => key)).toEqual(expect.arrayContaining([...zones]))
      }
  expect(feedsBetween(ours('persona'), ours('empathy-map'))).toEqual([])
})
