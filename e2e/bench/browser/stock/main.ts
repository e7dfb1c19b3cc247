import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createTLStore, Tldraw } from 'tldraw'

/** tldraw as it comes: a plain store, its own shapes, nothing of ours. */
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
const records = await (await fetch('./records.json')).json()
const store = createTLStore()
performance.mark('data')
store.mergeRemoteChanges(() => store.put(records))
const assetUrls = getAssetUrlsByImport()
createRoot(root).render(
  createElement(Tldraw, {
    store,
    assetUrls,
    onMount(editor) {
      const [x, y, z] = location.hash.slice(1).split(',').map(Number)
      if (x === undefined || y === undefined || z === undefined) editor.zoomToFit({ immediate: true, force: true })
      else editor.setCamera({ x, y, z }, { immediate: true, force: true })
    },
  }),
)
