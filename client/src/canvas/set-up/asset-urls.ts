import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

const { embedIcons, ...rest } = getAssetUrlsByImport()

/**
 * tldraw's fonts, icons and words, as files of our own build: its defaults lie on its own servers. The pictures of
 * embeds, which boards do not take, are blank, not left out, which would bring the defaults back: tldraw loads every
 * picture named here as the board opens, and throws where one does not come over a broken line.
 */
export const assetUrls = {
  ...rest,
  embedIcons: Object.fromEntries(Object.keys(embedIcons).map((name) => [name, ''])),
}

/**
 * Brings tldraw's icons, which are one file, into the browser's cache before tldraw asks for each of them: its own
 * loading throws as often as there are icons when the line breaks meanwhile.
 *
 * @returns when they are there or cannot be had; the board opens either way.
 */
export async function loadIcons(): Promise<void> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = Object.values(assetUrls.icons)[0]?.split('#')[0] ?? ''
  await image.decode().catch(() => undefined)
}
