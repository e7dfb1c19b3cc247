import { deflatedBit, type FrameHead, opcodes, readHead, readQuick, unmask } from './client-frame.ts'
import { inflateMessage, isTooLarge } from './inflate-message.ts'
import { maxMessageBytes } from './max-message-bytes.ts'

/**
 * Takes messages out of what a client sends: small plain ones, because half of what reading a pointer costs is the way
 * through the streams of `ws`, and compressed ones, which `ws` unpacks each on another thread. Everything else is left to
 * it: control frames, fragments, what is large or split between two reads, and whatever breaks the protocol. Ours and
 * theirs stay in order: while `ws` owes a message, it gets all that follows, or what follows waits.
 */
export interface FrameReader {
  read(chunk: Buffer): void
  /** `ws` has handed out a message, and that has been dealt with. */
  messageRead(): void
}

export type FrameReaderPorts = {
  /** A binary message, in bytes of its own. */
  readonly take: (message: Uint8Array) => void
  readonly leave: (bytes: Buffer) => void
  /** False once the connection is being closed. */
  readonly isOpen: () => boolean
  /** Whether the client may compress. */
  readonly isDeflating: boolean
  /** Reading is paused. */
  readonly hold: (isHeld: boolean) => void
  /** Closes the connection, with a code of RFC 6455. */
  readonly refuse: (code: number, cause: Error) => void
}

const refusals = { protocol: 1002, data: 1007, tooLarge: 1009 } as const

export function createFrameReader(ports: FrameReaderPorts): FrameReader {
  const { take, leave, isOpen, isDeflating } = ports
  /** What came and is not looked at yet: there has to be so much of it first. */
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let neededBytes = 0
  let isHeld = false
  /** Of a frame that `ws` gets in parts; or nobody. */
  let leftBytes = 0
  let isLeft = true
  let isFragmented = false
  /** Messages that `ws` has been given and has not handed out. */
  let owed = 0
  /** It was given what ends the connection, which it may say only in a moment. */
  let isEnding = false
  /** Of a compressed message whose end has not come. */
  let packed: Uint8Array[] | undefined
  let packedBytes = 0

  const wait = (data: Buffer, at: number, bytes: number) => {
    waiting = at < data.length ? [Buffer.from(data.subarray(at))] : []
    waitingBytes = data.length - at
    neededBytes = bytes
  }

  const hold = (held: boolean) => {
    isHeld = held
    ports.hold(held)
  }
  const goOn = () => {
    if (isHeld) hold(false)
    read(Buffer.alloc(0))
  }

  const refuse = (code: number, cause: Error) => {
    isEnding = true
    packed = undefined
    ports.refuse(code, cause)
  }
  const refuseData = (cause: unknown) => {
    const error = cause instanceof Error ? cause : new Error(String(cause))
    refuse(isTooLarge(cause) ? refusals.tooLarge : refusals.data, error)
  }

  /** @returns false when what comes next has to wait. */
  const inflate = (parts: readonly Uint8Array[]): boolean => {
    try {
      const message = inflateMessage(parts)
      if (message instanceof Uint8Array) {
        take(message)
        return true
      }
      hold(true)
      message.then(take, refuseData).then(goOn)
      return false
    } catch (cause) {
      refuseData(cause)
      return true
    }
  }

  /** @returns false when what comes next has to wait. */
  const takePacked = (data: Buffer, { isFinal, isMasked, maskAt, length }: FrameHead): boolean => {
    if (!isMasked) {
      refuse(refusals.protocol, new Error('MASK must be set'))
      return true
    }
    packed ??= []
    packedBytes += length
    if (length > 0) packed.push(unmask(data, maskAt, length))
    if (packedBytes > maxMessageBytes) {
      refuse(refusals.tooLarge, new Error('Max payload size exceeded'))
      return true
    }
    if (!isFinal) return true
    const parts = packed
    packed = undefined
    packedBytes = 0
    return inflate(parts)
  }

  const startLeft = (head: FrameHead, bytes: number) => {
    const isData = head.opcode <= opcodes.binary
    leftBytes = bytes
    // Nobody listens any more.
    isLeft = !isData || (isOpen() && !isEnding)
    if (!isLeft) return
    if (isData) {
      isFragmented = !head.isFinal
      if (head.isFinal) owed += 1
    } else if (!isAnswerable(head)) {
      isEnding = true
    }
  }

  /** @returns where it goes on; undefined when that has to wait, and is kept. */
  const readFrame = (data: Buffer, at: number): number | undefined => {
    const isTaking = isOpen() && !isEnding
    if (isTaking && owed === 0 && !isFragmented && !packed) {
      const quick = readQuick(data, at)
      if (quick) {
        take(quick.message)
        return quick.end
      }
    }
    const head = readHead(data, at)
    if (!head) {
      wait(data, at, data.length - at + 1)
      return undefined
    }
    const isPacked = isDeflating && (packed ? head.opcode <= opcodes.binary : isPackedStart(head)) && !isFragmented
    if (!isPacked || !isTaking) {
      startLeft(head, head.end - at)
      return at
    }
    if (packed && (head.opcode !== opcodes.continuation || head.reserved !== 0)) {
      refuse(refusals.protocol, new Error('a message within another'))
      return at
    }
    if (head.length > maxMessageBytes) {
      refuse(refusals.tooLarge, new Error('Max payload size exceeded'))
      return at
    }
    if (owed > 0) {
      // It goes on when that has come.
      hold(true)
      wait(data, at, 0)
      return undefined
    }
    if (head.end > data.length) {
      wait(data, at, head.end - at)
      return undefined
    }
    if (takePacked(data, head)) return head.end
    wait(data, head.end, 0)
    return undefined
  }

  function read(chunk: Buffer): void {
    if (waitingBytes > 0 || isHeld) {
      waiting.push(chunk)
      waitingBytes += chunk.length
      if (isHeld || waitingBytes < neededBytes) return
    }
    const data = waiting.length > 0 ? Buffer.concat(waiting) : chunk
    waiting = []
    waitingBytes = 0
    for (let at: number | undefined = 0; at !== undefined && at < data.length; ) {
      if (leftBytes === 0) {
        at = readFrame(data, at)
        continue
      }
      const end = Math.min(data.length, at + leftBytes)
      leftBytes -= end - at
      if (isLeft) leave(data.subarray(at, end))
      at = end
    }
  }

  return {
    read,
    messageRead() {
      if (owed > 0) owed -= 1
      if (owed === 0 && isHeld) goOn()
    },
  }
}

/** The first frame of a compressed binary message. */
function isPackedStart({ reserved, opcode }: FrameHead): boolean {
  return reserved === deflatedBit && opcode === opcodes.binary
}

/** A sound ping or pong. */
function isAnswerable({ isFinal, reserved, opcode, isMasked, length }: FrameHead): boolean {
  const isPing = opcode === opcodes.ping || opcode === opcodes.pong
  return isPing && isFinal && reserved === 0 && isMasked && length < 126
}
