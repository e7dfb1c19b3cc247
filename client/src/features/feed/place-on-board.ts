/** The address of something on another board; where that is gone, of the zone it lay in. */
export function placeOnBoard(boardId: string, noteId: string, zoneKey: string | undefined): string {
  const query = new URLSearchParams({ note: noteId, ...(zoneKey === undefined ? {} : { zone: zoneKey }) })
  return `/boards/${encodeURIComponent(boardId)}?${query}`
}

export type AskedPlace = { readonly noteId: string; readonly zoneKey: string | undefined }

export function readAskedPlace(query: URLSearchParams): AskedPlace | undefined {
  const noteId = query.get('note')
  return noteId === null ? undefined : { noteId, zoneKey: query.get('zone') ?? undefined }
}
