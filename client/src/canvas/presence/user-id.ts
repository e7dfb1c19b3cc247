/** tldraw knows people by user id. Here each open tab is one: a person with two has two pointers. */
export function userIdOf(clientId: number): string {
  return `client-${clientId}`
}

export function clientIdOf(userId: string | null): number | null {
  const digits = userId?.match(/^client-(\d+)$/)?.[1]
  return digits === undefined ? null : Number(digits)
}
