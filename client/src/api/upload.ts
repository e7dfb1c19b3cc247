import { ProblemError } from './problem-error.ts'
import { readProblemText } from './request.ts'

export type Going = {
  readonly signal: AbortSignal
  readonly onProgress: (sentBytes: number, totalBytes: number) => void
}

/**
 * Sends a file as it is. Not `fetch`: it does not tell how much has been sent.
 *
 * @throws {ProblemError}
 */
export function upload<Answer>(path: string, file: File, { signal, onProgress }: Going): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', path)
    sending.setRequestHeader('content-type', 'application/octet-stream')
    sending.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total)
    sending.onload = () => {
      const { status, responseText } = sending
      if (status < 200 || status > 299) return reject(readProblemText(status, responseText))
      try {
        resolve(JSON.parse(responseText) as Answer)
      } catch (cause) {
        reject(new ProblemError('unreadable', { status, cause }))
      }
    }
    sending.onerror = () => reject(new ProblemError('network'))
    sending.onabort = () => reject(new ProblemError('network', { cause: signal.reason }))
    signal.addEventListener('abort', () => sending.abort(), { once: true })
    sending.send(file)
  })
}
