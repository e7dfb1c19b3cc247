import type { Doc } from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'

/** Marks what is written when a picture is there, so that the canvas shows it as it shows what comes from elsewhere. */
const pictureOrigin = { name: 'picture stored' } as const

/** How a picture's asset stands on the board: not there, without its file yet, or with it. */
export function pictureOnBoard(doc: Doc, assetId: string): 'absent' | 'wanted' | 'there' {
  const records = openBoardRecords(doc)
  const asset = records.read(assetId)
  records.close()
  if (!asset) return 'absent'
  return isWithoutSource(asset) ? 'wanted' : 'there'
}

/** Says where the picture is to be had, unless somebody has. */
export function nameSource(doc: Doc, assetId: string, source: string): void {
  const records = openBoardRecords(doc)
  const asset = records.read(assetId)
  if (asset && isWithoutSource(asset)) {
    doc.transact(() => records.change(asset, { ...asset, props: { ...asset.props, src: source } }), pictureOrigin)
  }
  records.close()
}

function isWithoutSource({ props }: BoardRecord): boolean {
  return props?.src === null || props?.src === undefined
}
