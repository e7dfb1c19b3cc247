import type { ConnectionStatus } from './board-connection.ts'

export type FinalKind = Extract<ConnectionStatus, { status: 'closed' }>['kind']

const finalKinds: Readonly<Record<string, FinalKind>> = {
  not_signed_in: 'not_signed_in',
  not_a_member: 'not_a_member',
  removed_from_board: 'removed',
  door_locked: 'door_locked',
  board_not_found: 'board_not_found',
  board_deleted: 'deleted',
}

/** Asks over HTTP what the line did not say. @returns undefined when no answer of ours came. */
export async function askServer(
  ask: typeof fetch,
  url: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    const response = await requestJson(ask, url, token, signal)
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** Whether the server itself answers; a captive portal's page and a service worker's memory are not taken for it. */
export async function isServerReady(ask: typeof fetch, origin: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await ask(`${origin}/readyz`, { cache: 'no-store', signal })
    return response.ok && (await response.text()).trim() === 'ready'
  } catch {
    return false
  }
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
    const response = await requestJson(fetchBoard, boardUrl, token, signal)
    if (response.ok || response.status >= 500) return undefined
    const problem: unknown = await response.json()
    const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
    return typeof code === 'string' ? finalKinds[code] : undefined
  } catch {
    // No answer, or none of ours (a captive portal's page, say): no reason to give up.
    return undefined
  }
}

function requestJson(
  ask: typeof fetch,
  url: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  return ask(url, {
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    signal,
  })
}
