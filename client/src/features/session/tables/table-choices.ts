/** So many tables, with so many people at the smaller and at the larger ones. */
export type TableChoice = { readonly tableCount: number; readonly least: number; readonly most: number }

/** In how many ways so many people can be spread over so many zones or fewer: most tables first. */
export function tableChoices(guestCount: number, zoneCount: number): readonly TableChoice[] {
  return Array.from({ length: zoneCount }, (_, i) => {
    const tableCount = zoneCount - i
    return { tableCount, least: Math.floor(guestCount / tableCount), most: Math.ceil(guestCount / tableCount) }
  })
}

/** As many tables as there are zones, as long as nobody sits alone. */
export function likelyTableCount(guestCount: number, zoneCount: number): number {
  return tableChoices(guestCount, zoneCount).find(({ least }) => least >= 2)?.tableCount ?? 1
}
