/** What we answer to an offer that suits us: each message stands for itself, so that one can be compressed for many. */
export const deflateAnswer = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover'

/** What may stand beside it. A smaller window of ours may not: what is compressed for many has the usual one. */
const fine = /^(server_no_context_takeover|client_no_context_takeover|client_max_window_bits(\s*=\s*"?\d+"?)?)$/

/** @param offers - the header `Sec-WebSocket-Extensions` of a client (RFC 7692, 5.1). */
export function offersDeflate(offers: string | undefined): boolean {
  return (offers ?? '').split(',').some((offer) => {
    const [name, ...parameters] = offer.split(';').map((part) => part.trim())
    return name === 'permessage-deflate' && parameters.every((parameter) => fine.test(parameter))
  })
}
