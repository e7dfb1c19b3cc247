/** What the bytes of a picture say of themselves, without drawing it. */
export type PictureFacts = {
  /** Drawn again it would stand still. */
  readonly isAnimated: boolean
  /** Where and when it was taken, with what: nothing that a board should pass on. */
  readonly hasNotes: boolean
}

/** Reads no further than the pictures' own headers go; what it does not understand has neither. */
export function lookIntoPicture(bytes: Uint8Array): PictureFacts {
  if (startsWith(bytes, 0, 'GIF8')) return { isAnimated: true, hasNotes: false }
  if (startsWith(bytes, 1, 'PNG')) return lookIntoPng(bytes)
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return lookIntoWebp(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { isAnimated: false, hasNotes: hasJpegNotes(bytes) }
  return { isAnimated: false, hasNotes: false }
}

function lookIntoPng(bytes: Uint8Array): PictureFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  // A chunk is its length, its name, its content and a checksum.
  for (let at = 8; at + 8 <= bytes.byteLength; at += 12 + view.getUint32(at)) names.push(nameAt(bytes, at + 4))
  return {
    isAnimated: names.includes('acTL'),
    hasNotes: ['eXIf', 'iTXt', 'tEXt', 'zTXt'].some((n) => names.includes(n)),
  }
}

function lookIntoWebp(bytes: Uint8Array): PictureFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    names.push(nameAt(bytes, at))
    const size = view.getUint32(at + 4, true)
    // Padded to an even length.
    at += 8 + size + (size % 2)
  }
  return { isAnimated: names.includes('ANIM'), hasNotes: names.includes('EXIF') || names.includes('XMP ') }
}

const jpegNotes: ReadonlySet<number> = new Set([0xe1, 0xed])
const jpegScan = 0xda

function hasJpegNotes(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 4 <= bytes.byteLength && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker === jpegScan) return false
    if (jpegNotes.has(marker)) return true
  }
  return false
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  return [...word].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))
}
