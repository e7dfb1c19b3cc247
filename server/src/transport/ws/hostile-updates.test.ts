import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { maxClientsPerUpdate, maxNestedTypes, maxNestedValues } from '#shared/limits.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { note, zone } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import { updateOfManyClients } from '../../testing/many-clients.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import type { SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
let ana: RawClient
let ben: RawClient
beforeEach(async () => {
  server = await syncServerForThisTest()
  ana = await connectForThisTest(server.url, 'ana')
  ben = await connectForThisTest(server.url, 'ben')
})

async function showThemselves() {
  for (const person of [ana, ben]) person.showState(person.doc.clientID, 1, { here: true })
  await until('both to be known', () => ana.awareness.size === 2 && ben.awareness.size === 2)
}

async function write(person: RawClient, id: string, text = 'mine') {
  person.edit((records) => records.put(note(id, text)))
  const count = (person.saved.at(-1)?.count ?? 0) + 1
  await until('the acknowledgement', () => (person.saved.at(-1)?.count ?? 0) >= count)
}

/** An update under somebody's id, from her copy of the board. */
function forge(of: RawClient, act: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(of.doc))
  copy.clientID = of.doc.clientID
  const before = Y.encodeStateVector(copy)
  act(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

describe('an update under the id of somebody else', () => {
  test('[SY18] who is here sends its sender away, and hers are taken as they are', async () => {
    await showThemselves()
    await write(ana, 'shape:first')
    ben.sendUpdate(forge(ana, (doc) => doc.getMap('records').set('shape:forged', note('shape:forged', 'not hers'))))
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.freshDocumentNeeded)
    await write(ana, 'shape:second')
    const late = await connectForThisTest(server.url, 'vera')
    expect(late.records.read('shape:second')).toEqual(note('shape:second', 'mine'))
    expect(late.records.has('shape:forged')).toBe(false)
  })

  test('[SY18] who has just left does the same', async () => {
    await showThemselves()
    const forged = forge(ana, (doc) => doc.getMap('records').set('shape:forged', note('shape:forged', '')))
    ana.stop()
    await until('her to be gone', () => server.rooms.peopleHere('board-under-test') === 1)
    ben.sendUpdate(forged)
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.freshDocumentNeeded)
  })

  test('[SY18] may not delete what she is still to write', async () => {
    await showThemselves()
    const forged = forge(ana, (doc) => {
      doc.getMap('records').set('shape:a', 1)
      doc.getMap('records').delete('shape:a')
    })
    // Only the deletion of it.
    const { structs, ds } = Y.decodeUpdate(forged)
    expect([structs.length > 0, ds.clients.size]).toEqual([true, 1])
    const onlyDeletion = Y.diffUpdate(forged, Y.encodeStateVectorFromUpdate(forged))
    ben.sendUpdate(onlyDeletion)
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.freshDocumentNeeded)
  })

  test('[SY18] who was never seen is noticed when she comes: her copy is loaded afresh, not merged without a word', async () => {
    // Written while she had no line; meanwhile somebody writes under her id.
    const hers = forge(ana, (doc) => doc.getMap('records').set('shape:hers', note('shape:hers', 'hers')))
    const forged = forge(ana, (doc) => doc.getMap('records').set('shape:forged', note('shape:forged', '')))
    ben.sendUpdate(forged)
    await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 1))
    ana.sendUpdate(hers)
    expect(await until('the close', () => ana.closed)).toEqual(closeCodes.freshDocumentNeeded)
  })

  test('[SY18] that only says again what she wrote is welcome', async () => {
    await showThemselves()
    await write(ana, 'shape:first', 'with an emoji 🏝️ in it')
    await until('the note', () => ben.records.has('shape:first'))
    ben.send(encodeSync('step2', Y.encodeStateAsUpdate(ben.doc)))
    await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 1))
    expect(ben.closed).toBeUndefined()
  })
})

/** An element in an element, and so on. @returns the innermost. */
function tower(parent: Y.XmlFragment, levels: number): Y.XmlFragment {
  let innermost = parent
  for (let level = 0; level < levels; level += 1) {
    const next = new Y.XmlElement('paragraph')
    innermost.insert(0, [next])
    innermost = next
  }
  return innermost
}

describe('an update of another make than a board', () => {
  const nested = (levels: number) => {
    let value: unknown = 'deep'
    for (let level = 0; level < levels; level += 1) value = [value]
    return value
  }
  const cases: readonly [string, (doc: Y.Doc) => void][] = [
    ['writes to another root', (doc) => doc.getMap('other').set('a', 1)],
    ['hides text in another root', (doc) => doc.getText('notes').insert(0, 'hello')],
    ['puts a map where a record belongs', (doc) => doc.getMap('records').set('shape:a', new Y.Map())],
    ['puts a text where a value belongs', (doc) => doc.getMap('records').set('shape:a/props.url', new Y.Text())],
    ['holds a document', (doc) => doc.getMap('records').set('shape:a', new Y.Doc())],
    ['nests values deeper than anybody', (doc) => doc.getMap('records').set('shape:a', nested(maxNestedValues + 2))],
    [
      'nests paragraphs deeper than anybody',
      (doc) => {
        const text = new Y.XmlFragment()
        doc.getMap('records').set('shape:a/text', text)
        tower(text, maxNestedTypes + 1)
      },
    ],
    [
      'puts a list into a paragraph',
      (doc) => {
        const text = new Y.XmlFragment()
        doc.getMap('records').set('shape:a/text', text)
        text.insert(0, [new Y.Array() as never])
      },
    ],
  ]
  test.each(cases)('[CH11] is refused before it is applied when it %s', async (_case, act) => {
    const doc = new Y.Doc()
    doc.transact(() => act(doc))
    ben.sendUpdate(Y.encodeStateAsUpdate(doc))
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.unreadable)
    await write(ana, 'shape:after')
    expect(await server.rooms.readRecords('board-under-test')).toHaveLength(3)
  })

  test('[CH11] is refused before it is applied when it names more clients than have ever written on a board', async () => {
    ben.sendUpdate(updateOfManyClients(maxClientsPerUpdate + 1))
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.unreadable)
    await write(ana, 'shape:after')
    const late = await connectForThisTest(server.url, 'vera')
    expect(Y.decodeStateVector(Y.encodeStateVector(late.doc)).size).toBeLessThan(5)
  })

  /** A note whose text grows downwards, a part for each update. */
  function growingTower(parts: number, levels: number): Uint8Array[] {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const text = new Y.XmlFragment()
    doc.transact(() => {
      doc.getMap('records').set('shape:a', note('shape:a', ''))
      doc.getMap('records').set('shape:a/text', text)
    })
    let innermost: Y.XmlFragment = text
    for (let part = 0; part < parts; part += 1) {
      doc.transact(() => {
        innermost = tower(innermost, levels)
      })
    }
    return updates
  }

  test.each([
    ['from its foot upwards', (parts: Uint8Array[]) => parts],
    ['in the wrong order, so that the parts wait for one another', (parts: Uint8Array[]) => parts.reverse()],
  ])('[CH11] is refused when it grows too deep over many updates, %s', async (_case, order) => {
    for (const update of order(growingTower(20, 10))) ben.sendUpdate(update)
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.unreadable)
    await write(ana, 'shape:after')
    ana.edit((records) => records.remove('shape:a'))
    await write(ana, 'shape:last')
    expect(ana.closed).toBeUndefined()
  })

  test('[CH11] is taken with lists as deep as people make them', async () => {
    for (const update of growingTower(4, 10)) ben.sendUpdate(update)
    await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 5))
    await until('the note', () => ana.records.has('shape:a'))
  })
})

test('[CH12] what is put back does not come to lie over what somebody with the right to wrote at the same time', async () => {
  const fay = await connectForThisTest(server.url, 'fay')
  // Of two who write at once, Yjs lets the greater id win, and what builds upon it.
  fay.doc.clientID = 7
  ben.doc.clientID = 4_000_000_000
  const before = zone('shape:z')
  fay.edit((records) => records.put(before))
  await until('the zone', () => ben.records.has('shape:z'))
  const named = (heading: string) => ({ ...before, props: { ...before.props, heading: { en: heading } } })
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  fay.doc.on('update', keep)
  fay.doc.transact(() => fay.records.change(before, named('Hers')))
  fay.doc.off('update', keep)
  ben.edit((records) => records.change(before, named('His')))
  await until('the refusal', () => ben.notices.some(({ code }) => code === 'taken_back'))
  for (const update of updates) fay.sendUpdate(update)
  await until('hers', () => JSON.stringify(ana.records.read('shape:z')?.props?.heading) === '{"en":"Hers"}')
  await until('hers', () => JSON.stringify(ben.records.read('shape:z')?.props?.heading) === '{"en":"Hers"}')
  await until('hers', () => JSON.stringify(fay.records.read('shape:z')?.props?.heading) === '{"en":"Hers"}')
})
