import { fileTypeFromBuffer } from 'file-type'
import type { ImageKind } from '../domain/file/image-kind.ts'

const kindByMimeType: Readonly<Record<string, ImageKind>> = {
  'image/png': 'png',
  // An animated PNG is a PNG to everything that shows it.
  'image/apng': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** How far into a file its first element may be: licences in comments are long. */
const svgStartBytes = 64 * 1024

/** Judges by the bytes alone: names and content types are whatever the sender says. */
export async function recogniseImage(bytes: Uint8Array): Promise<ImageKind | undefined> {
  if (isSvg(bytes)) return 'svg'
  const found = await fileTypeFromBuffer(bytes)
  return found && kindByMimeType[found.mime]
}

/** What may come before the first element of an XML document: declaration, instructions, comments, a doctype. */
const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/i

function isSvg(bytes: Uint8Array): boolean {
  let text = new TextDecoder('utf-8').decode(bytes.subarray(0, svgStartBytes))
  for (let part = prolog.exec(text); part; part = prolog.exec(text)) text = text.slice(part[0].length)
  return /^<svg[\s>/]/.test(text)
}
