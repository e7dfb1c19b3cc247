import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SessionCommand } from '#shared/session/commands.ts'
import { frame, note, picture } from '../../../testing/board-content.ts'
import { program } from '../../../testing/http-client.ts'
import { type LiveBoard, liveBoard, noteIn, sessionOf } from '../../../testing/live-session.ts'
import type { RawClient } from '../../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let server: TestServer
let at: LiveBoard
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  at = await liveBoard(server)
})
afterEach(() => at.leave())

describe('[SE2] what a step lets people write', () => {
  test('is held to: a note outside its zone reaches nobody, one inside does, facilitators write anywhere', async () => {
    await at.begin({ zones: ['idea-gallery'], isKeptToZones: true })
    const [gus, ana, ben] = [await at.come('facilitator'), await at.come(), await at.come()]
    ana.client.edit((records) => records.put(noteIn('arrival-map', 'shape:outside', {}, 'never to be heard')))
    await until('the notice', () => ana.client.notices.length > 0)
    expect(ana.client.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:outside'] }])
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:inside')))
    gus.client.edit((records) => records.put(noteIn('arrival-map', 'shape:by-gus')))
    await until('both', () => ben.client.records.has('shape:inside') && ben.client.records.has('shape:by-gus'))
    expect(ben.client.records.has('shape:outside')).toBe(false)
    expect(ben.client.hasHeard('never to be heard')).toBe(false)
    expect(await at.has('shape:outside')).toBe(false)
  })

  test('is nothing on the shared board while people write alone: what is pushed into it reaches nobody', async () => {
    await at.begin({ mode: 'private' })
    const [gus, ana, ben] = [await at.come('facilitator'), await at.come(), await at.come()]
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:pushed', {}, 'meant for later')))
    await until('the notice', () => ana.client.notices.length > 0)
    expect(ana.client.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:pushed'] }])
    await until('it to be gone', () => !ana.client.records.has('shape:pushed'))
    // What a facilitator writes comes behind all that was sent before it.
    gus.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:by-gus')))
    for (const { client } of [ana, ben]) await until('the next note', () => client.records.has('shape:by-gus'))
    // Of what was taken back a trace without content stays in the document: see CH1.
    for (const { client } of [gus, ben, await at.come()]) {
      expect(client.records.has('shape:pushed')).toBe(false)
      expect(client.hasHeard('meant for later')).toBe(false)
    }
    expect(await at.has('shape:pushed')).toBe(false)
  })

  test('counts moving and removing as writing, in the zone of before and of after', async () => {
    const ana = await at.come()
    ana.client.edit((records) => {
      records.put(noteIn('arrival-map', 'shape:elsewhere'))
      records.put(noteIn('idea-gallery', 'shape:here'))
      records.put(noteIn('arrival-map', 'shape:stays'))
    })
    await until('all', () => ana.client.saved.some(({ count }) => count >= 1))
    await at.begin({ zones: ['idea-gallery'], isKeptToZones: true })
    const put = (id: string, zone: string) => (records: RawClient['records']) => {
      const before = records.read(id)
      if (before) records.change(before, { ...before, parentId: `shape:zone-${zone}` })
    }
    const refused = () => ana.client.notices.flatMap((notice) => ('recordIds' in notice ? notice.recordIds : []))
    ana.client.edit(put('shape:elsewhere', 'idea-gallery'))
    ana.client.edit(put('shape:here', 'arrival-map'))
    ana.client.edit((records) => records.remove('shape:stays'))
    await until('all three', () => refused().length >= 3)
    expect(refused().toSorted()).toEqual(['shape:elsewhere', 'shape:here', 'shape:stays'])
    await until('them back', () => ana.client.records.read('shape:stays')?.parentId === 'shape:zone-arrival-map')
    expect(ana.client.records.read('shape:elsewhere')?.parentId).toBe('shape:zone-arrival-map')
    expect(ana.client.records.read('shape:here')?.parentId).toBe('shape:zone-idea-gallery')
    ana.client.edit((records) => records.remove('shape:here'))
    await expect.poll(() => at.has('shape:here')).toBe(false)
  })

  test('is held to by coordinates, too: a zone clips nothing, and what lies in a frame goes with it', async () => {
    await at.begin({ zones: ['idea-gallery'], isKeptToZones: true })
    const [ana, ben] = [await at.come(), await at.come()]
    const inIdeas = { parentId: 'shape:zone-idea-gallery' }
    ana.client.edit((records) => {
      records.put(noteIn('idea-gallery', 'shape:far', { x: 30_000 }))
      records.put(frame('shape:huge', { ...inIdeas, props: { w: 50_000, h: 100, name: '', color: 'black' } }))
      records.put(frame('shape:frame', { ...inIdeas, x: 1_000 }))
      records.put(note('shape:within', '', { parentId: 'shape:frame', x: -900 }))
      records.put(note('shape:afar', '', { parentId: 'shape:frame', x: -9_000 }))
    })
    const refused = () => ana.client.notices.flatMap((notice) => ('recordIds' in notice ? notice.recordIds : []))
    await until('the notice', () => refused().length >= 3)
    expect(ana.client.notices).toMatchObject([{ code: 'taken_back', reason: 'step' }])
    expect(refused().toSorted()).toEqual(['shape:afar', 'shape:far', 'shape:huge'])
    await until('the rest', () => ben.client.records.has('shape:within'))
    const change = (id: string, changes: object) => (records: RawClient['records']) => {
      const before = records.read(id)
      if (before) records.change(before, { ...before, ...changes })
    }
    // What lies in it would be out of reach; and what was made for where it is refused goes with it.
    ana.client.edit((records) => {
      change('shape:frame', { x: -350 })(records)
      records.put(note('shape:with-it', '', { parentId: 'shape:frame', x: 3_800 }))
    })
    await until('both', () => refused().length >= 5)
    expect(refused().slice(3).toSorted()).toEqual(['shape:frame', 'shape:with-it'])
    ana.client.edit(change('shape:frame', { x: 900 }))
    await until('the move', () => ben.client.records.read('shape:frame')?.x === 900)
    expect(
      ['shape:far', 'shape:huge', 'shape:afar', 'shape:with-it'].filter((id) => ben.client.records.has(id)),
    ).toEqual([])
  })

  test('is made with its tools: what has none of them is taken back, what is there may be changed', async () => {
    const [ana, ben] = [await at.come(), await at.come()]
    const put = (id: string, place: Parameters<typeof frame>[1] = {}) =>
      ana.client.edit((records) => records.put(frame(id, place)))
    put('shape:before')
    await until('the frame', () => ben.client.records.has('shape:before'))
    await at.begin({ tools: ['note', 'draw'] })
    put('shape:after')
    await until('the notice', () => ana.client.notices.length > 0)
    expect(ana.client.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:after'] }])
    put('shape:before', { x: 321 })
    await until('the change', () => ben.client.records.read('shape:before')?.x === 321)
    expect(ben.client.records.has('shape:after')).toBe(false)
  })

  test.each<[string, SessionCommand[]]>([
    ['a freeze', [{ type: 'freeze', isFrozen: true }]],
    ['a mode in which people look on', [{ type: 'next' }]],
  ])('%s holds everybody but facilitators', async (_, commands) => {
    await at.begin({}, { mode: 'brief' })
    const [gus, ana] = [await at.come('facilitator'), await at.come()]
    for (const command of commands) await at.say(command)
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:ana')))
    gus.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:gus')))
    await until('the notice', () => ana.client.notices.length > 0)
    await until('hers', () => ana.client.records.has('shape:gus'))
    expect(gus.client.records.has('shape:ana')).toBe(false)
  })

  test('holds pictures, too: what others see is not made another one, nor taken away', async () => {
    const [gus, ana] = [await at.come('facilitator'), await at.come()]
    const png = Buffer.from(onePixel, 'base64')
    const files = `/api/boards/${at.boardId}/files`
    const { body } = await program(server).send('POST', files, png, { 'content-type': 'image/png' })
    const about = { name: '', src: body.source, w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
    const asset = (id: string) => ({ id, typeName: 'asset', type: 'image', meta: {}, props: about })
    gus.client.edit((records) => {
      for (const [zone, id] of [
        ['arrival-map', 'asset:there'],
        ['idea-gallery', 'asset:here'],
      ] as const) {
        records.put(asset(id))
        const { props } = picture(`shape:${zone}`, '')
        records.put(picture(`shape:${zone}`, '', { parentId: `shape:zone-${zone}`, props: { ...props, assetId: id } }))
      }
    })
    await until('both', () => ana.client.records.has('asset:here') && ana.client.records.has('asset:there'))
    await at.begin({ zones: ['idea-gallery'], isKeptToZones: true })
    ana.client.edit((records) => records.remove('asset:there'))
    await until('the notice', () => ana.client.notices.length === 1)
    await until('it back', () => ana.client.records.has('asset:there'))
    const rename = (id: string) => (records: RawClient['records']) => {
      const before = records.read(id)
      if (before) records.change(before, { ...before, props: { ...before.props, name: 'another' } })
    }
    ana.client.edit(rename('asset:there'))
    await until('the next notice', () => ana.client.notices.length === 2)
    ana.client.edit(rename('asset:here'))
    await until('what is allowed', () => gus.client.records.read('asset:here')?.props?.name === 'another')
    expect(gus.client.records.read('asset:there')?.props?.name).toBe('')
    expect(ana.client.notices).toMatchObject([{ recordIds: ['asset:there'] }, { recordIds: ['asset:there'] }])
  })

  test('who is muted writes nothing, alone, until she is let', async () => {
    await at.begin({})
    const [ana, ben] = [await at.come(), await at.come()]
    const mute = (isMuted: boolean) => at.say({ type: 'mute', participantId: ana.participantId, isMuted })
    await mute(true)
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:ana')))
    ben.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:ben')))
    await until('the notice', () => ana.client.notices.length > 0)
    await until('his', () => ana.client.records.has('shape:ben'))
    await until('that she is here', () => ben.client.hasHeard(ana.participantId))
    await until('her being told', () => sessionOf(ana.client)?.muted.includes(ana.participantId))
    await until('the session', () => sessionOf(ben.client))
    expect(sessionOf(ben.client)?.muted).toEqual([])
    await mute(false)
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:ana-later')))
    await until('hers', () => ben.client.records.has('shape:ana-later'))
    expect(ben.client.records.has('shape:ana')).toBe(false)
  })
})
