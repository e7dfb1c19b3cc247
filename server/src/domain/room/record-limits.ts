import type { BoardRecord } from '#shared/board/board-records.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import { maxPages, maxRecordBytes, maxShapesPerLayer, maxShapesPerPage, maxZones } from '#shared/limits.ts'
import type { KnownRecords } from './known-records.ts'

/** How many records of a kind there may be, and how large each. */
export interface RecordLimits {
  /**
   * For one update: counts what it adds.
   *
   * @param updateBytes - its size: a record cannot have grown by more
   * @returns what says, record by record, which limit of `limits.ts` it goes beyond
   */
  count(updateBytes: number): (record: BoardRecord, previous: BoardRecord | undefined) => string | undefined
}

export function createRecordLimits(known: KnownRecords, isLayer: boolean): RecordLimits {
  /** Bytes that updates brought to a record since it was last measured: measuring means turning it into JSON. */
  const unmeasured = new Map<string, number>()

  const isTooLarge = (record: BoardRecord, updateBytes: number): boolean => {
    const grown = (unmeasured.get(record.id) ?? 0) + updateBytes
    if (grown < maxRecordBytes / 4) {
      unmeasured.set(record.id, grown)
      return false
    }
    unmeasured.delete(record.id)
    return JSON.stringify(record).length > maxRecordBytes
  }
  const roomForShapes = () => (isLayer ? maxShapesPerLayer : maxShapesPerPage * Math.max(1, known.pageCount))

  return {
    count(updateBytes) {
      let newShapes = 0
      let newPages = 0
      let newZones = 0
      return (record, previous) => {
        const isNewPage = !previous && record.typeName === 'page'
        const isNewShape = !previous && record.typeName === 'shape'
        const isNewZone = isZone(record) && !(previous && isZone(previous))
        if (isNewPage) newPages += 1
        if (isNewShape) newShapes += 1
        if (isNewZone) newZones += 1
        if (isTooLarge(record, updateBytes)) return 'maxRecordBytes'
        if (isNewShape && known.shapeCount + newShapes > roomForShapes())
          return isLayer ? 'maxShapesPerLayer' : 'maxShapesPerPage'
        if (isNewZone && known.zoneCount + newZones > maxZones) return 'maxZones'
        if (isNewPage && known.pageCount + newPages > maxPages) return 'maxPages'
        return undefined
      }
    },
  }
}
