/** Small numbers for the connections of a room, the smallest free one first, so that naming one costs a byte. */
export interface Seats {
  take(): number
  /** The seat may be given to somebody else. */
  free(seat: number): void
}

export function createSeats(): Seats {
  /** Ascending. */
  const freed: number[] = []
  let next = 0
  return {
    take() {
      const seat = freed.shift()
      if (seat !== undefined) return seat
      next += 1
      return next - 1
    },
    free(seat) {
      const after = freed.findIndex((other) => other > seat)
      if (after === -1) freed.push(seat)
      else freed.splice(after, 0, seat)
    },
  }
}
