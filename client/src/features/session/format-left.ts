/**
 * `m:ss`, or `h:mm:ss` from an hour on, rounded up so that `0:00` means over; with a minus once it is over. Western
 * digits in every language: they stand beside a bar that everybody reads, and jump less.
 */
export function formatLeft(leftMs: number): string {
  const isOver = leftMs <= -1_000
  const seconds = isOver ? Math.floor(-leftMs / 1000) : Math.max(0, Math.ceil(leftMs / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${isOver ? '−' : ''}${h > 0 ? `${h}:${pad(m)}` : m}:${pad(s)}`
}
