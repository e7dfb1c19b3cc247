import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

/** tldraw's fonts, icons and words, as files of our own build: its defaults lie on its own servers. */
export const assetUrls = getAssetUrlsByImport()
