import { createHash } from 'node:crypto'
import { withRootRecords } from '#shared/board/new-board.ts'
import { renderBoardPicture } from '#shared/picture/board-picture.ts'
import { templateRecords } from '#shared/templates/index.ts'
import type { Template } from '#shared/templates/template.ts'
import type { Picture } from '../send-picture.ts'

type Scheme = 'light' | 'dark'

/** Every template in two schemes and six languages, and some to spare; 20 kB each. */
const mostKept = 500

/** Draws each picture once: a gallery asks for all of them, and a room full of people opens it at once. */
export function createTemplatePictures() {
  const kept = new Map<string, Picture>()
  return {
    of(template: Template, scheme: Scheme, locale: string): Picture {
      const key = `${template.id} ${template.version} ${scheme} ${locale}`
      const known = kept.get(key)
      if (known) return known
      const svg = renderBoardPicture(withRootRecords(templateRecords(template)), { scheme, locale })
      // Of what is drawn, not of the version: a newer server draws the same template better.
      const picture = { svg, etag: createHash('sha256').update(svg).digest('base64url').slice(0, 22) }
      const [oldest] = kept.size >= mostKept ? kept.keys() : []
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(key, picture)
      return picture
    },
  }
}
