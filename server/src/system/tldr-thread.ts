/** The thread in which a file that somebody brought is read: 50 MB of it would hold up everybody's edits for seconds. */

import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '#shared/errors.ts'
import { bringBoard } from '../domain/exchange/bring-board.ts'
import type { FromTldrThread } from './create-tldr-reader.ts'
import { recogniseImage } from './recognise-image.ts'
import { sha256 } from './sha256.ts'

async function answer(bytes: Uint8Array): Promise<FromTldrThread> {
  try {
    return { content: await bringBoard(bytes, { recognise: recogniseImage, hashOf: sha256 }) }
  } catch (cause) {
    if (cause instanceof DomainError) return { code: cause.code, details: cause.details }
    throw cause
  }
}

parentPort?.postMessage(await answer(workerData))
