/** What somebody typed as a number; NaN where it is none. */
export function numberIn(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed)
}
