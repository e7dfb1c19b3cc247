import { z } from 'zod/mini'

/** `together`: people who are not in the room sit with each other. `mixed`: they are spread over all tables. */
export const remoteSeatings = ['together', 'mixed', 'any'] as const

/** By what people are spread over tables, besides meeting as many others as can be. */
export const mixRuleSchema = z.object({
  /** People of one country, or of one organisation, are spread over the tables. */
  mixesCountries: z.boolean(),
  mixesOrganisations: z.boolean(),
  remote: z.enum(remoteSeatings),
})
export type MixRule = z.infer<typeof mixRuleSchema>

/** `people` are participant ids. The table's name is the heading of its zone on the board. */
export const seatedTableSchema = z.object({ zone: z.string(), people: z.array(z.string()) })
export type SeatedTable = z.infer<typeof seatedTableSchema>

/** Who sits where from when people travel until they travel again. */
export const tableRoundSchema = z.object({
  /** Steps in mode `tables` with the same zones, in the order of the plan: one, or several ("travel", "round 2"). */
  stepIds: z.array(z.string()),
  /** One for each zone of these steps, in their order. */
  tables: z.array(seatedTableSchema),
})
export type TableRound = z.infer<typeof tableRoundSchema>

/** Who stays at a table while others travel: a person, or the device that lies on it. */
export const tableHostSchema = z.object({ zone: z.string(), participantId: z.string() })
export type TableHost = z.infer<typeof tableHostSchema>

/** Who sits where in the whole session. Participants see their own tables of it. */
export const tablePlanSchema = z.object({
  rule: mixRuleSchema,
  /** One for each zone at most. */
  hosts: z.array(tableHostSchema),
  /** In the order of the plan. A step in mode `tables` that is in none of them has no seats: nobody has a table of her own in it. */
  rounds: z.array(tableRoundSchema),
  /** Participant ids of those whom a facilitator keeps away from the tables; everybody else who writes gets a seat when she comes. */
  standing: z.array(z.string()),
  /** Of those who have seats: whose line has been gone for long. Nobody counts on them; their seats are theirs when they come back. */
  away: z.array(z.string()),
})
export type TablePlan = z.infer<typeof tablePlanSchema>

export const noTables: TablePlan = {
  rule: { mixesCountries: true, mixesOrganisations: true, remote: 'any' },
  hosts: [],
  rounds: [],
  standing: [],
  away: [],
}
