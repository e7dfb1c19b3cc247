import { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/**
 * The line as `ws` has it: what it writes goes to the real one at once, in order with what we write there ourselves, and
 * it reads what it is given. So it sees every frame that `frame-reader.ts` does not take, and nothing of the others.
 */
export class WsLine extends Duplex {
  readonly #line: Duplex
  #isHeld = false

  constructor(line: Duplex) {
    super()
    this.#line = line
    // What `ws` does to a socket.
    if (line instanceof Socket) {
      line.setTimeout(0)
      line.setNoDelay()
    }
    line.once('end', () => this.push(null))
    line.once('close', () => this.destroy())
  }

  /** Bytes for `ws` to read. What it cannot take yet waits here, and the rest of it in the kernel. */
  give(bytes: Buffer): void {
    if (this.destroyed || this.readableEnded) return
    if (!this.push(bytes)) this.#line.pause()
  }

  /** All that comes is for `ws`, beginning with what has come. */
  readAll(head: Buffer): void {
    if (head.length > 0) this.give(head)
    this.#line.on('data', (bytes: Buffer) => this.give(bytes))
  }

  /** Reading is paused. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
    if (isHeld) this.#line.pause()
    else this.#line.resume()
  }

  override _read(): void {
    if (!this.#isHeld && this.#line.isPaused()) this.#line.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // Not when it is written: how much waits is known of the real line, and nothing may wait in two places.
    this.#line.write(chunk)
    done()
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#line.end(() => done())
  }

  override _destroy(cause: Error | null, done: (error?: Error | null) => void): void {
    this.#line.destroy()
    done(cause)
  }
}
