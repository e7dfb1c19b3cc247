import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createSeededRandom, type SeededRandom } from '../../testing/seeded-random.ts'
import { until } from '../../testing/until.ts'
import { createFrameReader } from './frame-reader.ts'
import { maxMessageBytes } from './max-message-bytes.ts'
import { WsLine } from './ws-line.ts'

/** A line whose other end is the test. */
class TestLine extends Duplex {
  readonly written: Buffer[] = []
  override _read() {}
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void) {
    this.written.push(chunk)
    done()
  }
}

const nothing = Buffer.alloc(0)
const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, skipUTF8Validation: true })

function upgradeRequest(): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = '/'
  request.headers = {
    upgrade: 'websocket',
    'sec-websocket-key': Buffer.alloc(16, 7).toString('base64'),
    'sec-websocket-version': '13',
  }
  return request
}

type Hand = (data: Uint8Array, isBinary: boolean) => void
type Way = 'ws alone' | 'ours' | 'ours, deflating'
type Heard = { readonly messages: string[]; readonly other: string[]; quick: number; code: number | undefined }

/** As many bytes as one wants to read in a failed test. */
function inShort(data: Uint8Array, isBinary: boolean): string {
  const hex = Buffer.from(data.subarray(0, 40)).toString('hex')
  return `${isBinary ? '' : 'text '}${data.byteLength}: ${hex}`
}

/** What comes of the bytes: messages in order, control frames, and what the connection is closed with. */
async function hear(chunks: readonly Buffer[], way: Way): Promise<Heard> {
  const line = new TestLine()
  const heard: Heard = { messages: [], other: [], quick: 0, code: undefined }
  const listen = (socket: WebSocket): Hand => {
    socket.on('ping', (data) => void heard.other.push(`ping ${data.toString('hex')}`))
    socket.on('pong', (data) => void heard.other.push(`pong ${data.toString('hex')}`))
    socket.on('error', ({ message }) => void heard.other.push(message))
    return (data, isBinary) => {
      if (socket.readyState === socket.OPEN) heard.messages.push(inShort(data, isBinary))
    }
  }
  const open = (socket: WebSocket, rest: WsLine) => {
    const hand = listen(socket)
    const reader = createFrameReader({
      take(message) {
        heard.quick += 1
        hand(message, true)
      },
      leave: (bytes) => rest.give(bytes),
      isOpen: () => socket.readyState === socket.OPEN,
      isDeflating: way === 'ours, deflating',
      hold: (isHeld) => rest.hold(isHeld),
      refuse: (code) => socket.close(code),
    })
    socket.on('message', (data: Buffer, isBinary) => {
      hand(data, isBinary)
      reader.messageRead()
    })
    line.on('data', reader.read)
  }
  if (way === 'ws alone') {
    sockets.handleUpgrade(upgradeRequest(), line, nothing, (socket) => {
      const hand = listen(socket)
      socket.on('message', (data: Buffer, isBinary) => hand(data, isBinary))
    })
  } else {
    const rest = new WsLine(line)
    sockets.handleUpgrade(upgradeRequest(), rest, nothing, (socket) => open(socket, rest))
  }
  await turn()
  line.written.length = 0
  for (const chunk of [...chunks, frame(0x89, text('last'))]) {
    line.push(Buffer.from(chunk))
    // Some come together, as they do on a line.
    if (chunk.length > 1) await turn()
  }
  const last = `ping ${Buffer.from('last').toString('hex')}`
  const closeAt = () => line.written.findIndex(([first]) => first === 0x88)
  const isRead = () => heard.other.includes(last) || closeAt() >= 0 || line.writableEnded
  if (way === 'ours, deflating') await until('all to be read, or refused', isRead)
  // A length that is too long makes a frame of all that follows, and of the end.
  line.push(null)
  await until('the end', () => line.writableEnded || line.destroyed)
  const closing = closeAt() < 0 ? nothing : Buffer.concat(line.written.slice(closeAt()))
  heard.code = closing.length >= 4 ? closing.readUInt16BE(2) : undefined
  line.destroy()
  return heard
}

const mask = Buffer.from([0x11, 0x22, 0x33, 0x44])

function frame(first: number, payload: Uint8Array, isMasked = true): Buffer {
  const { byteLength } = payload
  const isLong = byteLength > 65_535
  const head = byteLength < 126 ? Buffer.alloc(2) : Buffer.alloc(isLong ? 10 : 4)
  head[0] = first
  head[1] = (isMasked ? 0x80 : 0) | (byteLength < 126 ? byteLength : isLong ? 127 : 126)
  if (head.length === 4) head.writeUInt16BE(byteLength, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(byteLength), 2)
  if (!isMasked) return Buffer.concat([head, payload])
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ (mask[i & 3] ?? 0))])
}

function deflated(payload: Uint8Array): Buffer {
  return deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4)
}

/** One message in two frames, with something between them. */
function inTwo(first: number, payload: Uint8Array, between: Uint8Array = nothing): Buffer {
  const half = payload.byteLength >> 1
  return Buffer.concat([frame(first, payload.subarray(0, half)), between, frame(0x80, payload.subarray(half))])
}

function cut(bytes: Buffer, sizeOf: () => number): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const size = sizeOf()
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  return chunks
}

const text = (value: string) => new TextEncoder().encode(value)

describe('what a client sends', () => {
  test('is read without ws where it is small and whole', async () => {
    const plain = Buffer.concat(Array.from({ length: 50 }, (_, i) => frame(0x82, Buffer.alloc(i * 20, i))))
    expect(await hear([plain], 'ours')).toMatchObject({ quick: 50, messages: { length: 50 } })
  })

  test('[CL1] comes to the same as by ws alone, whatever it is and wherever it is cut', async () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = createSeededRandom(seed)
      const bytes = Buffer.concat(Array.from({ length: 1 + random.below(12) }, () => anyFrame(random)))
      const chunks = cut(bytes, () => 1 + random.below(random.below(2) ? 20 : 100_000))
      const [ours, theirs] = [await hear(chunks, 'ours'), await hear(chunks, 'ws alone')]
      expect({ seed, ...ours, quick: 0 }).toEqual({ seed, ...theirs })
    }
  })
})

describe('what a client compresses', () => {
  test('comes in order with the rest, wherever it is cut', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = createSeededRandom(seed)
      const sent = Array.from({ length: 1 + random.below(8) }, () => soundFrame(random))
      const chunks = cut(
        Buffer.concat(sent.map(({ bytes }) => bytes)),
        () => 1 + random.below(random.below(2) ? 50 : 100_000),
      )
      const { messages, code } = await hear(chunks, 'ours, deflating')
      expect({ seed, messages, code }).toEqual({
        seed,
        messages: sent.map(({ payload }) => inShort(payload, true)),
        code: undefined,
      })
    }
  })

  const good = frame(0xc2, deflated(text('good, good, good')))
  const heardGood = inShort(text('good, good, good'), true)
  test.each<[string, number, Buffer]>([
    ['[CL1] is no compressed data', 1007, frame(0xc2, Buffer.alloc(40, 0xff))],
    ['[CL3] is small and becomes too large', 1009, frame(0xc2, deflated(Buffer.alloc(maxMessageBytes + 1)))],
    ['[CL3] says that it is too large', 1009, Buffer.from('c2ff00000000f0000000', 'hex')],
    ['[CL1] has no mask', 1002, frame(0xc2, deflated(text('x')), false)],
    ['[CL1] begins within another message', 1002, Buffer.concat([frame(0x42, deflated(text('x'))), good])],
    ['[CL1] begins within another that is not compressed', 1002, Buffer.concat([frame(0x02, text('x')), good])],
    [
      '[CL1] goes on with another beginning',
      1002,
      Buffer.concat([frame(0x42, deflated(text('x'))), frame(0x82, text('x'))]),
    ],
  ])('%s: the connection is closed with %i', async (_, code, bytes) => {
    const heard = await hear([good, bytes, good], 'ours, deflating')
    expect(heard).toMatchObject({ messages: [heardGood], code })
  })

  test('[CL1] is refused where it was not agreed on', async () => {
    expect(await hear([good], 'ours')).toMatchObject({ messages: [], code: 1002 })
  })
})

function anyBytes(random: SeededRandom): Uint8Array {
  return Uint8Array.from({ length: random.below(random.below(4) ? 40 : 600) }, () => random.below(256))
}

function soundFrame(random: SeededRandom): { bytes: Buffer; payload: Uint8Array } {
  const small = anyBytes(random)
  const large = Buffer.alloc(random.below(300_000), 5)
  switch (random.below(8)) {
    case 0:
      return { bytes: inTwo(0x42, deflated(small), frame(0x89, text('ping'))), payload: small }
    case 1:
      return { bytes: inTwo(0x42, deflated(large)), payload: large }
    case 2:
      return { bytes: frame(0xc2, deflated(large)), payload: large }
    case 3:
      return { bytes: inTwo(0x02, large, frame(0x8a, text('pong'))), payload: large }
    case 4:
      return { bytes: frame(0x82, large), payload: large }
    case 5:
      return { bytes: frame(0x82, small), payload: small }
    default:
      return { bytes: frame(0xc2, deflated(small)), payload: small }
  }
}

/** Mostly good ones: what breaks a rule ends the line. */
function anyFrame(random: SeededRandom): Buffer {
  const payload = anyBytes(random)
  switch (random.below(16)) {
    case 0:
      return frame(0x89, payload.subarray(0, 130))
    case 1:
      return frame(0x8a, payload.subarray(0, 100))
    case 2:
      return inTwo(0x02, payload, frame(0x89, text('in between')))
    case 3:
      return frame(0x82, Buffer.alloc(random.below(220_000), 2))
    case 4:
      return random.below(3) ? frame(0x81, payload) : frame(random.below(256), payload, random.below(4) > 0)
    case 5:
      return random.below(3) ? frame(0x82, payload) : frame(0x88, payload.subarray(0, random.below(4)))
    case 6: {
      const broken = frame(0x82, payload)
      const at = random.below(Math.min(broken.length, 8))
      broken[at] = (broken[at] ?? 0) ^ (1 << random.below(8))
      return broken
    }
    default:
      return frame(0x82, payload)
  }
}
