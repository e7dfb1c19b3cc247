import type { Account } from '../account/account.ts'
import type { Participant } from '../participant/participant.ts'

/** Who is asking, as the token or the cookies say. */
export type Caller =
  | { readonly kind: 'nobody' }
  /** Holds ADMIN_TOKEN: another program of the operator, acting as administrator. */
  | { readonly kind: 'operator' }
  | { readonly kind: 'account'; readonly account: Account; readonly tokenHash: string }
  /** Holds a join token: one person on one board. */
  | { readonly kind: 'participant'; readonly participant: Participant }
  /** A device on which people have joined boards; who it is depends on the board. */
  | { readonly kind: 'guest'; readonly guestId: string }

/** Stands for the operator on a board. No account or participant can have it: theirs are 21 characters. */
export const operatorId = 'operator'
export const operatorName = 'Administrator'
