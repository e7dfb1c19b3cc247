import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import Sqlite from 'better-sqlite3'
import * as encoding from 'lib0/encoding'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { allSaved, facilitatedBoard, startAlone, type Writer, writerOn } from '../../testing/alone-facts.ts'
import { note, zone } from '../../testing/board-content.ts'
import { recordsOf } from '../../testing/facts.ts'
import { program } from '../../testing/http-client.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { until } from '../../testing/until.ts'
import { openRound } from '../../testing/vote-facts.ts'

let server: TestServer
let logged: string
let boardId: string
let ana: Writer
beforeEach(async () => {
  logged = ''
  const lines = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk)
      done()
    },
  })
  server = await startTestServer({ log: pino({ level: 'trace' }, lines) })
  const begun = await facilitatedBoard(server, (records) =>
    records.put(zone('shape:ideas', { props: { ...zone('shape:ideas').props, w: 2_000, h: 1_500 } })),
  )
  begun.line.stop()
  ;({ boardId, ana } = begun)
})
afterEach(() => server.stop())

const inZone = (id: string, text: string) => note(id, text, { parentId: 'shape:ideas', x: 200, y: 600 })
/** How a Yjs client id stands in an update. */
const asVarUint = (id: number) => Buffer.from(encoding.encode((encoder) => encoding.writeVarUint(encoder, id)))

/** Asks for everything that can be asked for over HTTP, again and again. */
function keepAsking(by: Writer) {
  const heard: Buffer[] = []
  const paths = ['records', 'picture.svg', 'checkpoints', 'session', 'session/layer', 'people', 'invites'].map(
    (path) => `/api/boards/${boardId}/${path}`,
  )
  let isOver = false
  const ask = async (path: string) => {
    const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${by.token}` } })
    heard.push(Buffer.from(await response.arrayBuffer()))
  }
  const askAll = async () => {
    while (!isOver)
      for (const path of [...paths, `/api/boards/${boardId}`, '/api/openapi.json', '/metrics']) await ask(path)
  }
  const asking = askAll()
  return {
    heard,
    ask,
    async stop() {
      isOver = true
      await asking
    },
  }
}

/**
 * Writes, retypes, takes back, deletes, goes on without a line and is cut off.
 *
 * @returns everything by which anybody could know of it.
 */
async function writeAlone(
  word: string,
): Promise<{ readonly secrets: readonly Buffer[]; readonly words: readonly string[] }> {
  const clients: number[] = []
  const line = await ana.alone()
  clients.push(line.doc.clientID)
  line.edit((records) => records.put(inZone('shape:kept_alone', `${word}kept`)))
  line.edit((records) => records.put(inZone('shape:gone_alone', `${word}gone`)))
  const before = line.records.read('shape:gone_alone')
  if (before) line.edit((records) => records.change(before, inZone('shape:gone_alone', `${word}retyped`)))
  line.edit((records) => records.remove('shape:gone_alone'))
  if (before) line.edit((records) => records.put(before))
  line.edit((records) => records.remove('shape:gone_alone'))
  await allSaved(line, 6)

  // Without a line, on a device that has been here; then cut off in the midst of sending.
  line.stop()
  const offline = new Y.Doc()
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(line.doc))
  clients.push(offline.clientID)
  const records = openBoardRecords(offline)
  offline.transact(() => records.put(inZone('shape:offline_alone', `${word}offline`)))
  const back = await ana.alone()
  back.send(encodeSync('step2', Y.encodeStateAsUpdate(offline)))
  await allSaved(back, 1)
  back.edit((all) => all.put(inZone('shape:cut_alone', `${word}cut`)))
  clients.push(back.doc.clientID)
  await allSaved(back, 2)
  back.socket.terminate()
  const ids = ['kept_alone', 'gone_alone', 'offline_alone', 'cut_alone']
  return {
    words: ['kept', 'offline', 'cut'].map((end) => word + end),
    secrets: [...[word, ...ids].map((text) => Buffer.from(text)), ...clients.map(asVarUint)],
  }
}

const countIn = (bytes: Buffer, text: string | Buffer) => {
  let count = 0
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) count += 1
  return count
}
const found = (all: readonly Uint8Array[], secrets: readonly Buffer[]) =>
  secrets
    .filter((secret) => all.some((bytes) => Buffer.from(bytes).includes(secret)))
    .map((secret) => secret.toString())
const storedFiles = async () =>
  Promise.all(['', '-wal'].map((end) => readFile(join(server.dataDir, `tablecloth.sqlite${end}`))))

test('[WA1, WA2, WA7] no byte that others receive says a word of it, and after an anonymous reveal none says whose it was', async () => {
  const [ben, fay] = [await writerOn(server, boardId), await writerOn(server, boardId, 'facilitator')]
  const facilitator = await startAlone(server, boardId, { isAnonymous: true })
  // A secret vote forgets for good as well, and must not end that for others.
  const votes = `/api/boards/${boardId}/votes`
  const { id: roundId } = await openRound(server, votes, { isSecret: true })
  expect((await program(server).post(`${votes}/${roundId}/close`)).status).toBe(200)
  const others = [
    await ben.onBoard(),
    await ben.onBoard({ isExtended: false }),
    await ben.alone(),
    await fay.onBoard(),
    await fay.onBoard({ isExtended: false }),
    await fay.alone(),
    await ana.onBoard({ isExtended: false }),
  ]
  const hers = await ana.alone()
  const asking = [keepAsking(ben), keepAsking(fay)]
  const { secrets, words } = await writeAlone('Xylophonic')
  const saved = await fay.http.post(`/api/boards/${boardId}/checkpoints`, { title: 'While they write' })
  await asking[1]?.ask(`/api/boards/${boardId}/checkpoints/${saved.body.id}/records`)
  await asking[1]?.ask(saved.body.pictureUrl)
  await until('the count', () => others[0]?.sessions.some(({ alone }) => alone?.ideas === 3))
  for (const { stop } of asking) await stop()
  const heardByOthers = [...others.flatMap(({ frames }) => frames), ...asking.flatMap(({ heard }) => heard)]
  expect(heardByOthers.length).toBeGreaterThan(50)
  expect(found(heardByOthers, secrets)).toEqual([])
  for (const { doc } of others) for (const secret of secrets) expect(clientsIn(doc)).not.toContainEqual(secret)
  // What is searched for can be found.
  expect(found(hers.frames, secrets)).toHaveLength(secrets.length)
  expect(found(await storedFiles(), secrets)).toHaveLength(secrets.length)
  expect(found([Buffer.from(logged)], secrets.slice(0, 5))).toEqual([])

  await facilitator.say({ type: 'next' })
  const revealed = await program(server).post(`/api/boards/${boardId}/session/reveal`, { scope: 'all' })
  expect(revealed).toMatchObject({ status: 200, body: { shapeCount: 3 } })
  await until('the words', () => hasWords(others[0], words))
  const records = await recordsOf(server, boardId)
  const notes = records.filter(({ type }) => type === 'note')
  expect(notes).toHaveLength(3)
  for (const { meta } of notes) expect(meta).toEqual({})

  const tellingSecrets = secrets.slice(1)
  expect(
    found(
      others.flatMap(({ frames }) => frames),
      tellingSecrets,
    ),
  ).toEqual([])
  const stored = await storedFiles()
  for (const word of words)
    expect(
      stored.map((bytes) => countIn(bytes, word)),
      word,
    ).toEqual([1, 0])
  // Of the layer only whose devices were there is kept, to know them by.
  expect(found(stored, tellingSecrets.slice(0, 4))).toEqual([])
  for (const bytes of stored) {
    for (const word of words) {
      const at = bytes.indexOf(word)
      const around = at === -1 ? Buffer.alloc(0) : bytes.subarray(Math.max(0, at - 4_096), at + 4_096)
      expect(around.includes(ana.participantId), word).toBe(false)
    }
  }
  expect(logged).not.toContain('Xylophonic')
})

test('[WA7] draws the order and the places of anonymous notes by lot, across all layers, in one piece of history', async () => {
  await startAlone(server, boardId, { isAnonymous: true })
  const people = [ana, await writerOn(server, boardId), await writerOn(server, boardId)]
  for (const [i, { alone }] of people.entries()) {
    const line = await alone()
    line.edit((records) => {
      for (let n = 0; n < 8; n += 1) records.put(inZone(`shape:p${i}_${n}`, `person ${i}`))
    })
    await allSaved(line, 1)
    line.stop()
  }
  const watching = await ana.onBoard()
  const heard = watching.frames.length
  await program(server).post(`/api/boards/${boardId}/session/reveal`, { scope: 'all' })
  const notes = () => watching.records.readAll().filter(({ type }) => type === 'note')
  await until('all of them', () => notes().length === 24)
  expect(watching.frames.slice(heard).filter((frame) => Buffer.from(frame).includes('person'))).toHaveLength(1)
  const authorOf = (record: unknown) => /person (\d)/.exec(JSON.stringify(record))?.[1]
  const inOrder = {
    written: [...watching.records.map.keys()]
      .filter((key) => !key.includes('/'))
      .map((id) => watching.records.read(id)),
    stacked: notes().toSorted((a, b) => (String(a.index) < String(b.index) ? -1 : 1)),
    placed: notes().toSorted((a, b) => Number(a.y) - Number(b.y) || Number(a.x) - Number(b.x)),
  }
  // By chance people lie together as often as three packs of cards come out of a shuffle in their order: never.
  for (const [how, records] of Object.entries(inOrder)) {
    const authors = records.map(authorOf).filter((author) => author !== undefined)
    const changes = authors.filter((author, i) => i > 0 && author !== authors[i - 1]).length
    expect(changes, how).toBeGreaterThan(4)
  }
})

test('[WA7] forgets who uploaded a picture, and what her file was called', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const uploaded = await ana.http.send('POST', `/api/boards/${boardId}/files`, png, { 'content-type': 'image/png' })
  expect(uploaded.status).toBe(201)
  const line = await ana.alone({ isAnonymous: true })
  line.edit((records) => {
    records.put({
      ...{ id: 'asset:photo', typeName: 'asset', type: 'image', meta: {} },
      props: {
        ...{ name: 'ana-at-home.png', src: uploaded.body.source, w: 1, h: 1, mimeType: 'image/png' },
        ...{ isAnimated: false, fileSize: png.byteLength },
      },
    })
    records.put({
      ...inZone('shape:photo', ''),
      type: 'image',
      props: {
        w: 100,
        h: 80,
        playing: true,
        url: '',
        assetId: 'asset:photo',
        crop: null,
        flipX: false,
        flipY: false,
        altText: '',
      },
    })
  })
  await allSaved(line, 1)
  line.stop()
  expect(await ana.http.get(`/api/boards/${boardId}/session/layer`)).toMatchObject({ body: { isAnonymous: true } })
  const revealed = await program(server).post(`/api/boards/${boardId}/session/reveal`, { scope: 'all' })
  expect(revealed).toMatchObject({ body: { shapeCount: 1 } })
  const records = await recordsOf(server, boardId)
  const asset = records.find(({ typeName }) => typeName === 'asset')
  expect(asset).toMatchObject({ props: { name: '', src: uploaded.body.source } })
  expect(records.find(({ type, typeName }) => typeName === 'shape' && type === 'image')).toMatchObject({
    props: { assetId: asset?.id },
  })
  const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'), { readonly: true })
  expect(db.prepare('SELECT participant_id, created_at_ms FROM board_file').all()).toEqual([
    { participant_id: '', created_at_ms: 0 },
  ])
  expect(db.prepare('SELECT is_anonymous FROM layer').all()).toEqual([{ is_anonymous: 0 }])
  db.close()
})

function clientsIn(doc: Y.Doc): Buffer[] {
  return [...doc.store.clients.keys()].map(asVarUint)
}

function hasWords(client: RawClient | undefined, words: readonly string[]): boolean {
  const text = JSON.stringify(client?.records.readAll())
  return words.every((word) => text.includes(word))
}
