import { getPriority, setPriority } from 'node:os'

/** About a tenth of a core while something else wants it, all of it otherwise: nice 10 beside 0 weighs 110 beside 1,024. */
const nicer = 10
const nicest = 19

/**
 * Lets everything else go before the thread that calls this, where both want the same core. On Linux a priority is a
 * thread's (setpriority(2), "C library/kernel differences"); elsewhere it would be the whole server's, and is left alone.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(Math.min(getPriority() + nicer, nicest))
}
