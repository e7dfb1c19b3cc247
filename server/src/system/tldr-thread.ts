/** The thread in which a file that somebody brought is read: 50 MB of it would hold up everybody's edits for a second. */

import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '#shared/errors.ts'
import { readTldr } from '#shared/tldr/read-tldr.ts'
import type { FromTldrThread } from './create-tldr-reader.ts'

function answer(bytes: Uint8Array): FromTldrThread {
  try {
    const { pictures, ...content } = readTldr(utf8(bytes))
    return { content: { ...content, pictures: pictures.map(({ assetId, src }) => ({ assetId, bytes: decode(src) })) } }
  } catch (cause) {
    if (cause instanceof DomainError) return { code: cause.code, details: cause.details }
    throw cause
  }
}

/** @throws {DomainError} `tldr_unreadable` */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DomainError('tldr_unreadable', { line: 1 }, { cause })
  }
}

/** What is no picture is found out by its bytes. */
function decode(src: string): Uint8Array {
  const comma = src.indexOf(',')
  const data = src.slice(comma + 1)
  if (/;base64$/.test(src.slice(0, Math.max(0, comma)))) return Buffer.from(data, 'base64')
  try {
    return Buffer.from(decodeURIComponent(data))
  } catch {
    return new Uint8Array()
  }
}

parentPort?.postMessage(answer(workerData))
