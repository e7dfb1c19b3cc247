declare global {
  /** Left by `public/boot.js`: questions it has asked while the code was still on its way. */
  var tableclothAsked: Map<string, Promise<Response>> | undefined
}

/** The answer to what was asked before there was any code to ask. Each is taken once; later it would be old. */
export function takeAskedAhead(path: string): Promise<Response> | undefined {
  const answer = globalThis.tableclothAsked?.get(path)
  globalThis.tableclothAsked?.delete(path)
  return answer
}
