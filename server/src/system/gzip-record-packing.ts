import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { BoardRecord } from '#shared/board/board-records.ts'
import type { RecordPacking } from '../domain/checkpoint/record-packing.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** No board is that large; what unpacks to more is not what we packed. */
const maxUnpackedBytes = 512 * 1024 * 1024

/** The version is raised when an older Tablecloth could not read it. */
const packed = z.object({ version: z.literal(1), records: z.array(z.custom<BoardRecord>(isRecord)) })

/** JSON, zipped. */
export const gzipRecordPacking: RecordPacking = {
  pack: async (records) => new Uint8Array(await zip(JSON.stringify({ version: 1, records }))),
  async unpack(contents) {
    try {
      const text = await unzip(contents, { maxOutputLength: maxUnpackedBytes })
      return packed.parse(JSON.parse(text.toString('utf8'))).records
    } catch {
      // Whatever it is, it is none of ours; the caller says so.
      return undefined
    }
  },
}

function isRecord(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'typeName' in value &&
    typeof value.typeName === 'string'
  )
}
