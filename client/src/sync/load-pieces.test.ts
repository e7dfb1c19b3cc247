// @vitest-environment node
import { gzipSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { encodePiece } from '#shared/protocol/pieces.ts'
import { loadPieces, type PieceLoader } from './load-pieces.ts'

const content = new Uint8Array(50_000).map((_, i) => (i * 7919) % 251)
const zipped = new Uint8Array(gzipSync(content))

let take: (frame: Uint8Array) => void
let applied: Uint8Array[]
let broken: number
let loader: PieceLoader

beforeEach(() => {
  applied = []
  broken = 0
  loader = loadPieces({
    messages: {
      on(_type, read, receive) {
        take = (frame) => {
          const decoder = decoding.createDecoder(frame)
          decoding.readVarUint(decoder)
          receive(read(decoder))
        }
      },
    },
    apply: (update) => applied.push(update),
    onBroken: () => {
      broken += 1
    },
  })
})

const piece = (from: number, to: number, bytes = zipped) =>
  encodePiece({ from, total: bytes.length, bytes: bytes.subarray(from, to) })

describe('a board in pieces', () => {
  test('[CN11] says how much of it is there, and is applied once it all is, before what came meanwhile', async () => {
    const order: string[] = []
    take(piece(0, 100))
    expect(loader.loading.get()).toEqual({ receivedBytes: 100, totalBytes: zipped.length })
    loader.inOrder(() => order.push(`an update after ${applied.length} boards`))
    take(piece(100, zipped.length))
    await vi.waitUntil(() => loader.loading.get() === undefined)
    expect(applied).toEqual([content])
    expect(order).toEqual(['an update after 1 boards'])
    loader.inOrder(() => order.push('at once'))
    expect(order).toHaveLength(2)
  })

  test('[CN11] begins anew with a piece from 0', async () => {
    take(piece(0, 100))
    take(piece(0, 200))
    take(piece(200, zipped.length))
    await vi.waitUntil(() => applied.length > 0)
    expect(applied).toEqual([content])
    expect(broken).toBe(0)
  })

  test.each([
    ['does not follow on the one before', () => take(piece(101, 200))],
    ['is longer than the whole', () => take(encodePiece({ from: 100, total: 150, bytes: zipped.subarray(0, 100) }))],
  ])('[CN11] is given up when a piece %s', (_how, act) => {
    take(piece(0, 100))
    act()
    expect(broken).toBe(1)
    expect(loader.loading.get()).toBeUndefined()
  })

  test('[CN11] is given up when it is no gzip', async () => {
    take(piece(0, content.length, content))
    await vi.waitUntil(() => broken === 1)
    expect(applied).toEqual([])
  })
})
