import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { encodeSync, SyncType } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { encodeSaved } from '#shared/protocol/messages.ts'

/** A server that does as the test says: it answers step 1, counts, and acknowledges only when told to. */
export type ScriptedServer = {
  readonly origin: string
  readonly sockets: readonly WebSocket[]
  readonly updates: number
  /** What the server has. */
  readonly doc: Y.Doc
  readonly syncFrames: number
  readonly awarenessFrames: readonly Uint8Array[]
  /** What `GET /api/boards/:id` answers. */
  answer: { status: number; body: unknown }
  /** Every frame, on every line. */
  readonly heard: readonly Uint8Array[]
  isRefusing: boolean
  /** How many lines it has refused. */
  readonly refused: number
  /** Does not answer step 1: the test does. */
  isSilent: boolean
  /** Answers echoes, and acknowledges each sync frame at once. */
  isDiligent: boolean
  /** Lines that exist are half-open from now on, and nobody answers new ones. Those that come after it is over are good. */
  isUnreachable: boolean
  send(frame: Uint8Array): void
  saveAll(isStoreWritable?: boolean): void
  stop(): Promise<void>
}

export async function until(what: string, isSo: () => unknown) {
  const endMs = performance.now() + 5_000
  while (!isSo()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for: ${what}`)
    await delay(2)
  }
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const doc = new Y.Doc()
  const heard: Uint8Array[] = []
  const acceptor = new WebSocketServer({ noServer: true })
  let sockets: WebSocket[] = []
  const held = new Set<Duplex>()
  let syncFrames = 0
  let updates = 0
  let refused = 0
  const awarenessFrames: Uint8Array[] = []
  const http: Server = createServer((request, response) => {
    if (request.url === '/readyz' && server.answer.status === 200) {
      response.end('ready\n')
      return
    }
    response.writeHead(server.answer.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(server.answer.body))
  })
  http.on('upgrade', (request, socket, head) => {
    if (server.isRefusing) {
      refused += 1
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    if (server.isUnreachable) {
      held.add(socket)
      return
    }
    acceptor.handleUpgrade(request, socket, head, (line) => {
      sockets = [...sockets, line]
      syncFrames = 0
      line.send(encodeSync('step1', Y.encodeStateVector(doc)))
      let isHalfOpen = false
      line.on('message', (data: Buffer) => {
        isHalfOpen ||= server.isUnreachable
        if (isHalfOpen) return
        heard.push(new Uint8Array(data))
        const decoder = decoding.createDecoder(new Uint8Array(data))
        const type = decoding.readVarUint(decoder)
        if (type === MessageType.awareness) awarenessFrames.push(decoding.readVarUint8Array(decoder))
        if (type === MessageType.echo && server.isDiligent) line.send(data)
        if (type !== MessageType.sync) return
        const kind = decoding.readVarUint(decoder)
        const bytes = decoding.readVarUint8Array(decoder)
        if (kind === SyncType.step1) {
          if (!server.isSilent) line.send(encodeSync('step2', Y.encodeStateAsUpdate(doc, bytes)))
          return
        }
        syncFrames += 1
        if (kind === SyncType.update) updates += 1
        Y.applyUpdate(doc, bytes)
        if (server.isDiligent) server.saveAll()
      })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const send = (frame: Uint8Array) => sockets.at(-1)?.send(frame)
  const server: ScriptedServer = {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    get sockets() {
      return sockets
    },
    get refused() {
      return refused
    },
    get updates() {
      return updates
    },
    get syncFrames() {
      return syncFrames
    },
    awarenessFrames,
    answer: { status: 200, body: {} },
    heard,
    isRefusing: false,
    isSilent: false,
    isDiligent: false,
    isUnreachable: false,
    doc,
    send,
    saveAll: (isStoreWritable = true) =>
      send(encodeSaved({ count: isStoreWritable ? syncFrames : 0, isStoreWritable })),
    async stop() {
      for (const line of sockets) line.terminate()
      for (const socket of held) socket.destroy()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
  return server
}
