import type { StoredFile } from '#shared/http/boards.ts'

/** Why a picture will never be taken; it says what to tell the person. */
export type PictureFault = 'too_large' | 'unsupported' | 'board_full' | 'own_full' | 'refused'

/** The server has looked at it and said no: the same bytes would be refused again. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused'
  readonly fault: PictureFault

  constructor(fault: PictureFault) {
    super(fault)
    this.fault = fault
  }
}

/** It did not get there, or the server could not take it just now. */
export class PictureNotSent extends Error {
  override readonly name = 'PictureNotSent'
  /** When the server would like to hear of it again. */
  readonly retryAfterMs: number | undefined

  constructor(retryAfterMs?: number, options?: ErrorOptions) {
    super('the picture did not get there', options)
    this.retryAfterMs = retryAfterMs
  }
}

export type PostPicture = (
  boardId: string,
  file: File,
  going: { readonly signal: AbortSignal; readonly onProgress: (sentBytes: number, totalBytes: number) => void },
) => Promise<StoredFile>

const faults: Readonly<Record<string, PictureFault>> = {
  image_too_large: 'too_large',
  unsupported_image: 'unsupported',
  board_files_full: 'board_full',
  own_files_full: 'own_full',
}

/**
 * Puts a picture into the board's file store. The same bytes get the same name, so trying again is harmless. Not
 * `fetch`: it does not tell how much has been sent.
 *
 * @throws {PictureRefused}, {PictureNotSent}
 */
export const postPicture: PostPicture = (boardId, file, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/boards/${encodeURIComponent(boardId)}/files`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total)
    request.onload = () => {
      const stored = readStored(request)
      if (stored) resolve(stored)
      else reject(whyNot(request))
    }
    request.onerror = () => reject(new PictureNotSent())
    request.onabort = () => reject(new PictureNotSent(undefined, { cause: signal.reason }))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })

function readStored({ status, responseText }: XMLHttpRequest): StoredFile | undefined {
  if (status !== 201) return undefined
  const stored = parse(responseText)
  return isStoredFile(stored) ? stored : undefined
}

function whyNot(request: XMLHttpRequest): PictureRefused | PictureNotSent {
  const { status, responseText } = request
  const retryAfterS = Number(request.getResponseHeader('retry-after'))
  const isLater = status === 0 || status === 408 || status === 429 || status >= 500
  // An answer that is none of ours (a captive portal's page, say) is no reason to give up.
  const problem = parse(responseText)
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
  if (isLater || typeof code !== 'string') return new PictureNotSent(retryAfterS > 0 ? retryAfterS * 1_000 : undefined)
  return new PictureRefused(faults[code] ?? 'refused')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not ours.
    return undefined
  }
}

function isStoredFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'
}
