import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import { DomainError, type ErrorCode } from '#shared/errors.ts'

/** What is read and thrown away of a body that is too large, so that the sender gets to hear why. */
const maxDrainedBytes = 64 * 1024 * 1024

/**
 * The one file of an upload: the whole body, or the first file of a form.
 *
 * @throws {DomainError} `tooLarge`, `invalid_input`
 */
export async function receiveUpload(req: IncomingMessage, maxBytes: number, tooLarge: ErrorCode): Promise<Uint8Array> {
  const isForm = /^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '')
  const bytes = await (isForm ? receiveForm(req, maxBytes, tooLarge) : collect(req, maxBytes, tooLarge))
  if (bytes.byteLength > 0) return bytes
  throw new DomainError('invalid_input', { errors: [{ path: 'file', message: 'A file is missing.' }] })
}

async function collect(stream: Readable, maxBytes: number, tooLarge: ErrorCode): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    size += bytes.byteLength
    if (size <= maxBytes) chunks.push(bytes)
    else chunks.length = 0
    // An answer in the middle of an upload is lost to most senders; but nobody may send for ever.
    if (size > maxDrainedBytes) break
  }
  if (size > maxBytes) throw new DomainError(tooLarge)
  return Buffer.concat(chunks)
}

function receiveForm(req: IncomingMessage, maxBytes: number, tooLarge: ErrorCode): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const unreadable = (cause: unknown) =>
      reject(
        new DomainError('invalid_input', { errors: [{ path: '', message: 'The form is not readable.' }] }, { cause }),
      )
    try {
      const form = busboy({ headers: req.headers, limits: { files: 1, fields: 20, fieldSize: 1_024 } })
      let file: Promise<Uint8Array> | undefined
      form.on('file', (_name, stream) => {
        file = collect(stream, maxBytes, tooLarge)
        file.catch((cause: unknown) => {
          reject(cause)
          // Given up in the middle: the form would wait for ever for somebody to read the rest.
          req.unpipe(form)
        })
      })
      form.on('error', unreadable)
      form.on('close', () => resolve(file ?? new Uint8Array()))
      req.on('error', unreadable)
      req.pipe(form)
    } catch (cause) {
      unreadable(cause)
    }
  })
}
