import type { ConnectionStatus } from './board-connection.ts'

export type FinalKind = Extract<ConnectionStatus, { status: 'closed' }>['kind']

const finalKinds: Readonly<Record<string, FinalKind>> = {
  not_signed_in: 'not_signed_in',
  not_a_member: 'not_a_member',
  door_locked: 'door_locked',
  board_not_found: 'board_not_found',
  board_deleted: 'deleted',
}

/**
 * A browser sees a refused upgrade only as "closed without a word" (1006), which a dead line looks like, too. The same
 * question over HTTP gets an answer.
 *
 * @returns undefined when trying again makes sense: the server cannot be reached, or would let one in.
 */
export async function askWhyRefused(
  fetchBoard: typeof fetch,
  boardUrl: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<FinalKind | undefined> {
  try {
    const response = await fetchBoard(boardUrl, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      signal,
    })
    if (response.ok || response.status >= 500) return undefined
    const problem: unknown = await response.json()
    const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
    return typeof code === 'string' ? finalKinds[code] : undefined
  } catch {
    // No answer, or none of ours (a captive portal's page, say): no reason to give up.
    return undefined
  }
}
