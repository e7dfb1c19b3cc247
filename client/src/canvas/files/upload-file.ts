import type { StoredFile } from '#shared/http/boards.ts'
import { maxImageBytes } from '#shared/limits.ts'

/** What the file store takes; the server judges by the bytes, this only saves a wasted upload. */
export const imageMimeTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'] as const

export type UploadFault = 'too_large' | 'unsupported' | 'offline' | 'refused'

/** A picture did not get to the file store; `fault` says what to tell the person. */
export class UploadError extends Error {
  override readonly name = 'UploadError'
  readonly fault: UploadFault

  constructor(fault: UploadFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}

/** @throws {UploadError} */
export function checkFile(file: File): void {
  if (!imageMimeTypes.some((type) => type === file.type)) throw new UploadError('unsupported')
  if (file.size > maxImageBytes) throw new UploadError('too_large')
}

/**
 * Puts a picture into the board's file store. The same bytes give the same name, so trying again is harmless.
 *
 * @throws {UploadError}
 */
export async function uploadFile(boardId: string, file: File, signal?: AbortSignal): Promise<StoredFile> {
  checkFile(file)
  const body = new FormData()
  body.append('file', file)
  let response: Response
  try {
    const url = `/api/boards/${encodeURIComponent(boardId)}/files`
    response = await fetch(url, { method: 'POST', body, ...(signal && { signal }) })
  } catch (cause) {
    throw new UploadError('offline', { cause })
  }
  if (response.status === 413) throw new UploadError('too_large')
  if (response.status === 415) throw new UploadError('unsupported')
  if (!response.ok) throw new UploadError('refused')
  const stored: unknown = await response.json()
  if (!isStoredFile(stored)) throw new UploadError('refused')
  return stored
}

function isStoredFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'
}
