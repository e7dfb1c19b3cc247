import { createTLSchema, type TLContent } from 'tldraw'
import { expect, test } from 'vitest'
import { sanitiseContent } from './sanitise-content.ts'

const ours = `asset:${'a'.repeat(64)}.png`

function image(id: string, src: string) {
  const asset = {
    ...{ id: `asset:${id}`, typeName: 'asset', type: 'image', meta: {} },
    props: { name: id, src, w: 10, h: 10, mimeType: 'image/png', isAnimated: false },
  }
  const shape = {
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'image', parentId: 'page:page', meta: {}, x: 0, y: 0 },
    props: { assetId: asset.id, w: 10, h: 10 },
  }
  return { asset, shape }
}

function content(parts: { assets?: unknown[]; shapes: { id: string }[] }): TLContent {
  const { assets = [], shapes } = parts
  const made = { assets, shapes, bindings: [], rootShapeIds: shapes.map(({ id }) => id) }
  return { ...made, schema: createTLSchema().serialize() } as never
}

test('pictures of ours and those inside the clipboard come, those of other hosts do not', () => {
  const pictures = [
    image('ours', ours),
    image('inside', 'data:image/png;base64,AAAA'),
    image('foreign', 'https://elsewhere.example/x.png'),
  ]
  const kept = sanitiseContent(
    content({ assets: pictures.map(({ asset }) => asset), shapes: pictures.map(({ shape }) => shape) }),
  )
  expect(kept.shapes.map(({ id }) => id)).toEqual(['shape:ours', 'shape:inside'])
  expect(kept.rootShapeIds).toEqual(['shape:ours', 'shape:inside'])
})

test('pages inside the board and films do not come', () => {
  const shape = { typeName: 'shape', parentId: 'page:page', meta: {}, x: 0, y: 0, props: {} }
  const kept = sanitiseContent(
    content({
      shapes: ['embed', 'video', 'geo'].map((type) => ({ ...shape, id: `shape:${type}`, type })),
    }),
  )
  expect(kept.shapes.map(({ type }) => type)).toEqual(['geo'])
})
