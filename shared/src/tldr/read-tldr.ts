import { z } from 'zod'
import type { BoardRecord } from '../board/board-records.ts'
import { firstPageId } from '../board/new-board.ts'
import { boardSchema, findRecordFault, isBoardRecord } from '../board/record-schema.ts'
import { isZone } from '../board/zone-shape.ts'
import { DomainError } from '../errors.ts'
import type { LeftOut } from '../http/exchange.ts'
import { maxNestedTypes, maxPages, maxReach, maxRecordBytes, maxShapesPerPage } from '../limits.ts'
import { plainLine } from '../plain-words.ts'
import { findDeepLine } from './find-deep-line.ts'
import { endsTooEarly, firstBrokenLine } from './find-json-fault.ts'
import { linkAsText } from './link-as-text.ts'
import { placeShapes } from './place-shapes.ts'

/** A picture that lies in the file, as a data URL. */
export type TldrPicture = { readonly assetId: string; readonly src: string }

/** What a board takes of a file: sound records, and the pictures that came inside, without whose `src` their assets are. */
export type TldrContent = {
  readonly name: string
  readonly records: readonly BoardRecord[]
  readonly pictures: readonly TldrPicture[]
  readonly leftOut: readonly LeftOut[]
}

const fileFormat = 1
/** Each type is an object in an array; some more are around a record and what it says. */
const maxDepth = 2 * maxNestedTypes + 20
const version = z.int().min(0)
/** A `.tldr` file as tldraw writes it since its second version. */
const fileSchema = z.object({
  tldrawFileFormatVersion: z.number(),
  schema: z.union([
    z.object({
      schemaVersion: z.literal(1),
      storeVersion: version,
      recordVersions: z.record(
        z.string(),
        z.object({ version, subTypeVersions: z.record(z.string(), version).optional() }),
      ),
    }),
    z.object({ schemaVersion: z.literal(2), sequences: z.record(z.string(), version) }),
    // Not written yet by any tldraw: what it says of itself cannot be read here.
    z.object({ schemaVersion: z.number().gt(2) }),
  ]),
  records: z.array(z.looseObject({ id: z.string(), typeName: z.string() })),
})
type File = z.infer<typeof fileSchema>
const firstTldraw = z.object({ document: z.object({ version: z.number() }) })

/**
 * Reads what tldraw has saved, of any version since its second. A file is read whole or not at all; of what a board does
 * not take (films, pictures on other sites) the answer says how much there was.
 *
 * @throws {DomainError} `tldr_cut_off`, `tldr_unreadable`, `tldr_too_old`, `tldr_too_new`, `tldr_damaged`, `tldr_too_far`, `too_many_shapes`, `too_many_pages`
 */
export function readTldr(text: string): TldrContent {
  const records = migrate(parseFile(text))
  const counts = new Map<LeftOut['what'], number>()
  const leaveOut = (what: LeftOut['what']) => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const pictures: TldrPicture[] = []
  const assets = records.flatMap((record) => takeAsset(record, pictures, leaveOut))
  const taken = new Map(assets.map((asset) => [asset.id, asset]))
  const pages = records.filter(({ typeName }) => typeName === 'page').sort((a, b) => (indexOf(a) < indexOf(b) ? -1 : 1))
  const [firstPage] = pages
  for (const record of records) {
    if (record.typeName !== 'shape') continue
    const shape = takeShape(firstPage ? onFirstPage(record, firstPage.id) : record, taken, leaveOut)
    if (shape) taken.set(shape.id, shape)
  }
  for (const record of records) {
    if (record.typeName !== 'binding') continue
    // An arrow whose other end was left out stays where it is, untied.
    if (!taken.has(String(record.fromId)) || !taken.has(String(record.toId))) continue
    const binding = { ...record, meta: {} }
    if (!findRecordFault(binding)) taken.set(binding.id, binding)
  }
  if (pages.length > maxPages) throw new DomainError('too_many_pages')
  const kept = pages.map((page, i) => ({ ...page, id: i === 0 ? firstPageId : page.id, name: nameOf(page), meta: {} }))
  const pageIds = kept.length > 0 ? kept.map(({ id }) => id) : [firstPageId]
  if (placeShapes(taken, pageIds) > maxShapesPerPage) throw new DomainError('too_many_shapes')
  return {
    name: nameOf(records.find(({ typeName }) => typeName === 'document')),
    records: [...kept, ...taken.values()],
    pictures,
    leftOut: [...counts].map(([what, count]) => ({ what, count })),
  }
}

function parseFile(text: string): File {
  const deepLine = findDeepLine(text, maxDepth)
  if (deepLine !== undefined) throw new DomainError('tldr_unreadable', { line: deepLine })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    if (endsTooEarly(text)) throw new DomainError('tldr_cut_off', {}, { cause })
    throw new DomainError('tldr_unreadable', { line: firstBrokenLine(text) }, { cause })
  }
  if (firstTldraw.safeParse(json).success) throw new DomainError('tldr_too_old')
  const file = fileSchema.safeParse(json)
  if (!file.success) throw new DomainError('tldr_damaged', { item: itemOf(file.error) }, { cause: file.error })
  // Only the last of them would come.
  const ids = new Set<string>()
  const twice = file.data.records.findIndex(({ id }) => ids.size === ids.add(id).size)
  if (twice !== -1) throw new DomainError('tldr_damaged', { item: twice + 1 })
  if (file.data.tldrawFileFormatVersion > fileFormat) throw new DomainError('tldr_too_new')
  // One such shape, and everybody who opens the board sees nothing of it.
  const far = file.data.records.findIndex(isOutOfReach)
  if (far !== -1) throw new DomainError('tldr_too_far', { item: far + 1 })
  return file.data
}

function isOutOfReach({ typeName, x, y }: File['records'][number]): boolean {
  return typeName === 'shape' && [x, y].some((at) => typeof at === 'number' && Math.abs(at) > maxReach)
}

/** Which of the file's records is none, from 1; 0 where it is the file itself. */
function itemOf(error: z.ZodError): number {
  const place = error.issues.find(({ path }) => path[0] === 'records' && typeof path[1] === 'number')
  return place ? Number(place.path[1]) + 1 : 0
}

const ownVersions = boardSchema.serialize().sequences

/**
 * How far each kind of record had come when the file was written.
 *
 * @throws {DomainError} `tldr_too_new`. Asked before tldraw is: it would write a line on the server's terminal, and give
 * the same reason as for damage.
 */
function versionsOf(schema: File['schema']): Record<string, number> {
  const versions = 'sequences' in schema ? schema.sequences : 'storeVersion' in schema ? bySequence(schema) : undefined
  if (!versions || Object.entries(versions).some(([kind, theirs]) => theirs > (ownVersions[kind] ?? theirs)))
    throw new DomainError('tldr_too_new')
  return versions
}

/** What tldraw's early second versions say, in the words of the later ones. */
function bySequence({
  storeVersion,
  recordVersions,
}: Extract<File['schema'], { storeVersion: number }>): Record<string, number> {
  const versions: Record<string, number> = { 'com.tldraw.store': storeVersion }
  for (const [kind, record] of Object.entries(recordVersions)) {
    versions[`com.tldraw.${kind}`] = record.version
    for (const [type, ofType] of Object.entries(record.subTypeVersions ?? {}))
      versions[`com.tldraw.${kind}.${type}`] = ofType
  }
  return versions
}

/** Of a version that is known, what tldraw cannot bring up to date is not what that version wrote. */
function migrate({ schema, records }: File): BoardRecord[] {
  const store = Object.fromEntries(records.map((record) => [record.id, record]))
  const known = { schemaVersion: 2, sequences: versionsOf(schema) }
  let result: ReturnType<typeof boardSchema.migrateStoreSnapshot>
  try {
    result = boardSchema.migrateStoreSnapshot({ store, schema: known } as never)
  } catch (cause) {
    throw new DomainError('tldr_damaged', { item: 0 }, { cause })
  }
  if (result.type === 'error') throw new DomainError('tldr_damaged', { item: 0 })
  return Object.values(result.value).filter(isBoardRecord)
}

/** A picture inside the file becomes one of ours; one elsewhere is never fetched. */
function takeAsset(
  record: BoardRecord,
  pictures: TldrPicture[],
  leaveOut: (what: LeftOut['what']) => void,
): BoardRecord[] {
  if (record.typeName !== 'asset') return []
  if (record.type === 'bookmark') {
    const asset = { ...record, props: { ...record.props, image: '', favicon: '' }, meta: {} }
    return findRecordFault(asset) ? [] : [asset]
  }
  if (record.type !== 'image') return []
  const src = record.props?.src
  if (typeof src !== 'string' || !src.startsWith('data:')) {
    leaveOut('pictureElsewhere')
    return []
  }
  const asset = { ...record, props: { ...record.props, src: null }, meta: {} }
  if (findRecordFault(asset)) return []
  pictures.push({ assetId: record.id, src })
  return [asset]
}

function takeShape(
  record: BoardRecord,
  taken: ReadonlyMap<string, BoardRecord>,
  leaveOut: (what: LeftOut['what']) => void,
): BoardRecord | undefined {
  const shape: BoardRecord = { ...record, meta: {} }
  if (shape.type === 'video') return void leaveOut('film')
  if (shape.type === 'embed') return linkAsText(shape)
  const assetId = shape.type === 'image' ? shape.props?.assetId : undefined
  // Its asset was counted already.
  if (assetId !== undefined && !taken.has(String(assetId))) return undefined
  const bookmarked = shape.type === 'bookmark' ? shape.props?.assetId : undefined
  const sound =
    bookmarked && !taken.has(String(bookmarked)) ? { ...shape, props: { ...shape.props, assetId: null } } : shape
  // A zone of another board has its key, its order and its rights there.
  if (isZone(sound) || findRecordFault(sound)) return void leaveOut('unknown')
  if (JSON.stringify(sound).length > maxRecordBytes) return void leaveOut('tooLarge')
  return sound
}

function onFirstPage(record: BoardRecord, pageId: string): BoardRecord {
  return record.parentId === pageId ? { ...record, parentId: firstPageId } : record
}

function nameOf(record: BoardRecord | undefined): string {
  const name = record?.name
  return typeof name === 'string' ? plainLine(name).trim() : ''
}

function indexOf(record: BoardRecord): string {
  return String(record.index)
}
