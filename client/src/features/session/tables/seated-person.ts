/** Somebody at a table, or a device that stands for several. */
export type SeatedPerson = {
  readonly participantId: string
  readonly name: string
  readonly country: string | null
  /** How many people: one, but for a device. */
  readonly headCount: number
  /** False for who is seated and not on the board now. */
  readonly isHere: boolean
}

/** How many people sit at a table. */
export function headCountOf(table: readonly string[], people: ReadonlyMap<string, SeatedPerson>): number {
  return table.reduce((sum, id) => sum + (people.get(id)?.headCount ?? 1), 0)
}

/** A table by the key of its zone, and what people call it. */
export type TableName = { readonly zone: string; readonly name: string }

/** The same name stands in every round. */
export type ChosenSeat = { readonly participantId: string; readonly round: number }
