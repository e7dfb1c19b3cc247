import { toRichText } from '@tldraw/tlschema'
import type { BoardRecord } from '../board/board-records.ts'

/** A page that a file shows inside a frame: a board shows no other site's pages, but says where it was. */
export function linkAsText({ id, x, y, rotation, index, parentId, props }: BoardRecord): BoardRecord {
  return {
    ...{ id, typeName: 'shape', type: 'text', x, y, rotation, index, parentId },
    ...{ isLocked: false, opacity: 1, meta: {} },
    props: {
      ...{ color: 'black', size: 's', font: 'sans', textAlign: 'start', scale: 1 },
      ...{ w: 300, autoSize: false, richText: toRichText(String(props?.url ?? '')) },
    },
  }
}
