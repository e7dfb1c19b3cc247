import { createHash } from 'node:crypto'
import { withRootRecords } from '#shared/board/new-board.ts'
import { renderBoardPicture } from '#shared/picture/board-picture.ts'
import { withPagesAbreast } from '#shared/picture/pages-abreast.ts'
import { templateRecords } from '#shared/templates/index.ts'
import type { Template } from '#shared/templates/template.ts'
import type { Picture } from '../send-picture.ts'

type Wish = {
  readonly scheme: 'light' | 'dark'
  /** `card`: without words, told apart by its shape. */
  readonly size: 'whole' | 'card'
  readonly locale: string
}

/** As large as a card of the gallery shows it, in pixels. */
const cardWidth = 280

/** Every template in two schemes, two sizes and three languages, and some to spare; 20 kB each at most. */
const mostKept = 500

/** Draws each picture once: a gallery asks for all of them, and a room full of people opens it at once. */
export function createTemplatePictures() {
  const kept = new Map<string, Picture>()
  return {
    of(template: Template, { scheme, size, locale }: Wish): Picture {
      const key = `${template.id} ${template.version} ${scheme} ${size} ${locale}`
      const known = kept.get(key)
      if (known) return known
      const records = withRootRecords(templateRecords(template))
      const svg = renderBoardPicture(size === 'card' ? withPagesAbreast(records) : records, {
        ...{ scheme, locale },
        ...(size === 'card' && { isBrief: true, width: cardWidth }),
      })
      // Of what is drawn, not of the version: a newer server draws the same template better.
      const picture = { svg, etag: createHash('sha256').update(svg).digest('base64url').slice(0, 22) }
      const [oldest] = kept.size >= mostKept ? kept.keys() : []
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(key, picture)
      return picture
    },
  }
}
