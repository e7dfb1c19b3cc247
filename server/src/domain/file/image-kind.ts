/** The pictures a board takes, by the ending of their names. */
export const imageKinds = {
  png: { mimeType: 'image/png' },
  jpg: { mimeType: 'image/jpeg' },
  gif: { mimeType: 'image/gif' },
  webp: { mimeType: 'image/webp' },
  svg: { mimeType: 'image/svg+xml' },
} as const
export type ImageKind = keyof typeof imageKinds

/** The kind of a stored file, by its name. */
export function kindOfName(name: string): ImageKind | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  return isImageKind(ending) ? ending : undefined
}

function isImageKind(ending: string): ending is ImageKind {
  return Object.hasOwn(imageKinds, ending)
}
