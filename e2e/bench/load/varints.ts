/** Walks lib0's encoding without making an object for each number: this runs a million times a second. */
export class Varints {
  bytes: Buffer
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  get hasMore(): boolean {
    return this.at < this.bytes.length
  }

  uint(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.bytes[this.at] ?? 0
      this.at += 1
      value += (byte & 0x7f) * unit
      if (byte < 0x80) return value
      unit *= 128
    }
  }

  int(): number {
    const first = this.bytes[this.at] ?? 0
    this.at += 1
    const sign = first & 0x40 ? -1 : 1
    let value = first & 0x3f
    let unit = 64
    let byte = first
    while (byte >= 0x80) {
      byte = this.bytes[this.at] ?? 0
      this.at += 1
      value += (byte & 0x7f) * unit
      unit *= 128
    }
    return value * sign
  }

  skipBytes(): void {
    const length = this.uint()
    this.at += length
  }

  takeBytes(): Buffer {
    const length = this.uint()
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}
