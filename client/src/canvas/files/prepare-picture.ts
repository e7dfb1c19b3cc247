import { maxImageBytes } from '#shared/limits.ts'
import { fitPicture, type Size } from './fit-picture.ts'
import { lookIntoPicture } from './look-into-picture.ts'

/** What the file store takes, and a file chooser offers. */
export const imageMimeTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'] as const

/** Why a picture does not even set out. */
export type PreparingFault = 'too_large' | 'unsupported' | 'heic'

export class PreparingError extends Error {
  override readonly name = 'PreparingError'
  readonly fault: PreparingFault

  constructor(fault: PreparingFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}

/** A picture as it goes to the server. */
export type PreparedPicture = { readonly file: File; readonly size: Size; readonly isAnimated: boolean }

const jpegQuality = 0.85
const jpegQualitySparing = 0.72
/** A photo that was saved as PNG is a third of it as WebP; a screenshot stays what it is, to the pixel. */
const heavyPngBytes = 3 * 1024 * 1024
/** More than any camera makes: it would not fit into a phone's memory. */
const maxOriginalBytes = 80 * 1024 * 1024

/**
 * Makes a picture fit for the way: photos upright, no larger than a board shows them, without what a camera notes of
 * where it was. What moves, and drawings of lines, stay as they are.
 *
 * @throws {PreparingError}
 */
export async function preparePicture(file: File, savesData: boolean): Promise<PreparedPicture> {
  if (!file.type.startsWith('image/')) throw new PreparingError('unsupported')
  if (file.size > maxOriginalBytes) throw new PreparingError('too_large')
  const isTaken = imageMimeTypes.some((type) => type === file.type)
  const image = await load(file)
  try {
    const size = { w: image.naturalWidth, h: image.naturalHeight }
    const { isAnimated, hasNotes } = lookIntoPicture(new Uint8Array(await file.arrayBuffer()))
    const isDrawing = file.type === 'image/svg+xml'
    const fitted = fitPicture(size, savesData)
    const isSmall = fitted.w === size.w && file.size <= maxImageBytes
    if (isAnimated || isDrawing || (isTaken && isSmall && !hasNotes)) {
      if (!isTaken) throw new PreparingError('unsupported')
      if (file.size > maxImageBytes) throw new PreparingError('too_large')
      return { file, size, isAnimated }
    }
    return { file: await drawAgain(image, fitted, file, savesData), size: fitted, isAnimated: false }
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

/** Browsers turn a photo upright by what its camera noted, and count its sides so. */
async function load(file: File): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
  } catch (cause) {
    URL.revokeObjectURL(image.src)
    throw new PreparingError(/hei[cf]/.test(file.type) ? 'heic' : 'unsupported', { cause })
  }
  return image
}

async function drawAgain(image: HTMLImageElement, { w, h }: Size, file: File, savesData: boolean): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = w
  canvas.height = h
  const pen = canvas.getContext('2d')
  if (!pen) throw new PreparingError('unsupported')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, w, h)
  const quality = savesData ? jpegQualitySparing : jpegQuality
  const isPhoto = file.type !== 'image/png' && file.type !== 'image/webp'
  let drawn = await toBlob(canvas, isPhoto ? 'image/jpeg' : file.type, quality)
  if (drawn.type === 'image/png' && drawn.size > heavyPngBytes) {
    // Where a browser makes no WebP it makes a PNG once more.
    const lighter = await toBlob(canvas, 'image/webp', quality)
    if (lighter.size < drawn.size) drawn = lighter
  }
  // Lets go of the pixels at once: a phone has room for a few such pictures only.
  canvas.width = 0
  if (drawn.size > maxImageBytes) throw new PreparingError('too_large')
  return new File([drawn], file.name, { type: drawn.type })
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PreparingError('too_large'))), type, quality)
  })
}
