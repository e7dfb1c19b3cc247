import type { BoardRecord } from '#shared/board/board-records.ts'
import { firstPageId } from '#shared/board/new-board.ts'
import { zoneShapeType } from '#shared/board/zone-shape.ts'

function shape(id: string, overrides: Partial<BoardRecord>): BoardRecord {
  return {
    id,
    typeName: 'shape',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: firstPageId,
    isLocked: false,
    opacity: 1,
    meta: {},
    ...overrides,
  }
}

/** A note as tldraw makes it. */
export function note(id: string, text: string, overrides: Partial<BoardRecord> = {}): BoardRecord {
  const content = text === '' ? [] : [{ type: 'text', text }]
  return shape(id, {
    type: 'note',
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: { type: 'doc', content: [{ type: 'paragraph', ...(text === '' ? {} : { content }) }] },
    },
    ...overrides,
  })
}

/** A picture whose file has not come yet. */
export function picture(id: string, altText: string, overrides: Partial<BoardRecord> = {}): BoardRecord {
  return shape(id, {
    type: 'image',
    props: {
      ...{ w: 300, h: 200, playing: true, url: '', assetId: null, crop: null, flipX: false, flipY: false },
      altText,
    },
    ...overrides,
  })
}

export function frame(id: string, overrides: Partial<BoardRecord> = {}): BoardRecord {
  return shape(id, { type: 'frame', props: { w: 100, h: 100, name: '', color: 'black' }, ...overrides })
}

export function zone(id: string, overrides: Partial<BoardRecord> = {}): BoardRecord {
  return shape(id, {
    type: zoneShapeType,
    props: {
      w: 400,
      h: 300,
      key: 'ideas',
      order: 1,
      heading: { en: 'Ideas' },
      prompt: { en: 'What could we try?' },
      noteKinds: ['note'],
      isVotable: false,
      capacity: 0,
      background: 'plain',
      labels: [],
      backgroundAlt: { en: '' },
    },
    ...overrides,
  })
}

export function binding(id: string, fromId: string, toId: string): BoardRecord {
  return {
    id,
    typeName: 'binding',
    type: 'arrow',
    fromId,
    toId,
    meta: {},
    props: {
      terminal: 'end',
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  }
}
