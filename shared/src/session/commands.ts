import { z } from 'zod/mini'
import { planFields, stepFields } from './session.ts'
import { mixRuleSchema, tableHostSchema, tableRoundSchema } from './tables/table-plan.ts'

const stepId = z.string()
const participantId = z.string().check(z.maxLength(64))
const zone = z.string().check(z.maxLength(64))
const step = z.strictObject(stepFields)

/** What may be said to a session. Its values are held to their bounds by `applyCommand`. */
export const sessionCommandSchema = z.discriminatedUnion('type', [
  // Preparing.
  z.strictObject({ type: z.literal('update_plan'), changes: z.exactPartial(z.strictObject(planFields)) }),
  z.strictObject({ type: z.literal('add_step'), step, afterId: z.nullable(stepId) }),
  z.strictObject({ type: z.literal('update_step'), stepId, changes: z.exactPartial(step) }),
  z.strictObject({ type: z.literal('move_step'), stepId, afterId: z.nullable(stepId) }),
  z.strictObject({ type: z.literal('copy_step'), stepId }),
  z.strictObject({ type: z.literal('remove_step'), stepId }),
  /** Shortens what is still to come, so that the session ends as planned. */
  z.strictObject({ type: z.literal('fit_to_end') }),
  // Running.
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('add_minutes'), minutes: z.number() }),
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('jump'), stepId }),
  z.strictObject({ type: z.literal('end') }),
  // Who leads.
  /** To herself: takes the lead, or keeps what was held for somebody else. */
  z.strictObject({ type: z.literal('hand_over'), participantId }),
  z.strictObject({ type: z.literal('name_deputy'), participantId: z.nullable(participantId) }),
  // Tables.
  /**
   * The whole plan: what people are spread by, who stays where, and who sits where in all rounds that are not over. Those
   * that are stay as they were. `standing` are those who get no seat. No rounds: nobody has a table any more.
   */
  z.strictObject({
    type: z.literal('plan_tables'),
    rule: mixRuleSchema,
    hosts: z.array(tableHostSchema),
    rounds: z.array(tableRoundSchema),
    standing: z.array(participantId),
  }),
  /** In the round of that step, at another table than before, or at one at all. */
  z.strictObject({ type: z.literal('seat_person'), participantId, stepId, zone }),
  /** She has no table any more, in no round that is not over, until she is seated by hand. */
  z.strictObject({ type: z.literal('unseat_person'), participantId }),
  /** She sits there in all rounds that are not over. Null: everybody at this table travels. */
  z.strictObject({ type: z.literal('name_host'), zone, participantId: z.nullable(participantId) }),
  /** A time of its own for one table of the step that runs; begun anew where it has one. */
  z.strictObject({ type: z.literal('start_table_clock'), zone, minutes: z.number() }),
  z.strictObject({ type: z.literal('pause_table_clock'), zone }),
  z.strictObject({ type: z.literal('resume_table_clock'), zone }),
  z.strictObject({ type: z.literal('add_table_minutes'), zone, minutes: z.number() }),
  /** The table goes by the step's time again. */
  z.strictObject({ type: z.literal('stop_table_clock'), zone }),
  // Attention.
  z.strictObject({ type: z.literal('call_to_zone'), zone }),
  z.strictObject({ type: z.literal('hold_view'), zone: z.nullable(zone) }),
  z.strictObject({ type: z.literal('freeze'), isFrozen: z.boolean() }),
  z.strictObject({ type: z.literal('mute'), participantId, isMuted: z.boolean() }),
  // Hands, and being done. Everybody may, for herself.
  z.strictObject({ type: z.literal('raise_hand') }),
  z.strictObject({ type: z.literal('lower_hand'), participantId }),
  z.strictObject({ type: z.literal('lower_all_hands') }),
  z.strictObject({ type: z.literal('say_done'), isDone: z.boolean() }),
])
export type SessionCommand = z.infer<typeof sessionCommandSchema>
export type SessionCommandType = SessionCommand['type']
