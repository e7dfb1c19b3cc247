import { z } from 'zod/mini'
import { planFields, stepFields } from './session.ts'

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
